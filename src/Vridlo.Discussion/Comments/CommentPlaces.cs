using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;

namespace Vridlo.Discussion.Comments;

/// <summary>Who may say what where: readers of the place comment, those who may edit it settle.</summary>
internal sealed class CommentPlaces(KnownSubjects subjects, IPeople people, IProgrammeLedger ledger, Asker asker, Declarations declared)
{
    private const int LongestName = 200;

    /// <summary>The subject, when whoever asks may read what is said of it; what may not be read is not told from what is not there.</summary>
    public async Task<Result<Subject>> Read(string key, CancellationToken stop) =>
        SubjectKey.TryParse(key, out var name) && await subjects.Find(name.Value, stop) is { } subject && asker.May(DiscussionRights.Comment, subject.At)
            ? subject
            : Problem.NotFound("discussion.subject.unknown");

    /// <summary>Of these subjects those that whoever asks may read what is said of.</summary>
    public async Task<IReadOnlyDictionary<string, Subject>> Readable(IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var names = keys.Select(k => SubjectKey.TryParse(k, out var name) ? name : null).OfType<SubjectKey>().ToList();
        return (await subjects.Find(names, stop)).Values.Where(s => asker.May(DiscussionRights.Comment, s.At)).ToDictionary(s => s.Key.ToString(), StringComparer.Ordinal);
    }

    /// <summary>What people call so, of it what whoever asks may read, in the order of likelihood; with the programme, as codes of several are alike.</summary>
    public async Task<IReadOnlyList<(Subject Subject, Localized? Programme)>> Named(string text, CancellationToken stop)
    {
        List<string> keys = text.Length > LongestName ? [] : [.. (await subjects.Named(text, stop)).Select(k => k.ToString())];
        var readable = await Readable(keys, stop);
        List<ProgrammeId> ids = [.. readable.Values.Select(s => s.At.Programme).Distinct()];
        var programmes = ids.Count == 0 ? [] : await ledger.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, stop);
        return [.. keys.Select(readable.GetValueOrDefault).OfType<Subject>().Select(s => (s, programmes.GetValueOrDefault(s.At.Programme)))];
    }

    /// <summary>Whether there is anything at all of which whoever asks may settle comments.</summary>
    public bool MaySettleSome => asker.Person is not null && subjects.MayEditSome;

    public bool MaySettle(Subject subject) => asker.Person is not null && subjects.MayEdit(subject);

    /// <summary>Who can be addressed: those who may read what is said there, by name, without whoever asks.</summary>
    public async Task<IReadOnlyList<PersonShown>> Addressable(Subject subject, CancellationToken stop)
    {
        var right = declared.Rights.First(r => r.Key == DiscussionRights.Comment);
        var holders = (await people.Holders(subject.At, stop)).Where(g => right.HeldBy(g.Grant)).Select(g => g.Person).Distinct().Where(p => p != asker.Person?.Id).ToList();
        var names = await people.Names(holders, stop);
        return [.. holders.Where(names.ContainsKey).Select(p => new PersonShown(p.Value, names[p]))];
    }

    /// <summary>The people a comment is addressed to; refused when somebody could not read it.</summary>
    public async Task<Result<IReadOnlyList<PersonId>>> Addressed(Subject subject, IReadOnlyList<Guid> to, CancellationToken stop)
    {
        var known = to.Count == 0 ? [] : (await Addressable(subject, stop)).Select(p => p.Id).ToHashSet();
        return to.All(known.Contains) ? to.Distinct().Select(p => new PersonId(p)).ToArray() : Problem.Invalid("discussion.to.unknown", "to");
    }
}
