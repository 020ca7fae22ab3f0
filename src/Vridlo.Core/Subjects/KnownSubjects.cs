using Vridlo.Core.Access;

namespace Vridlo.Core.Subjects;

/// <summary>The things of all modules that can be spoken of.</summary>
public sealed class KnownSubjects(Declarations declared, Asker asker, IServiceProvider unit)
{
    /// <summary>The thing as it stands now, or null.</summary>
    public async Task<Subject?> Find(SubjectKey key, CancellationToken stop) => (await Find([key], stop)).GetValueOrDefault(key);

    /// <summary>The things that are there, in as many questions as there are kinds.</summary>
    public async Task<IReadOnlyDictionary<SubjectKey, Subject>> Find(IReadOnlyCollection<SubjectKey> keys, CancellationToken stop)
    {
        var found = new Dictionary<SubjectKey, Subject>();
        foreach (var asked in keys.Distinct().GroupBy(k => k.Kind))
        {
            if (declared.Subjects.FirstOrDefault(s => s.Key == asked.Key) is { } kind)
            {
                foreach (var subject in await kind.Find(unit, [.. asked.Select(k => k.Id)], stop))
                {
                    found[subject.Key] = subject;
                }
            }
        }

        return found;
    }

    /// <summary>Things by what people call them: of each kind a few.</summary>
    public async Task<IReadOnlyList<SubjectKey>> Named(string text, CancellationToken stop)
    {
        var found = new List<SubjectKey>();
        foreach (var named in declared.Subjects.Select(s => s.Named).OfType<FindNamed>())
        {
            found.AddRange(await named(unit, text, stop));
        }

        return found;
    }

    /// <summary>What modules have of a thing for whoever asks; none when the thing is not there.</summary>
    public async Task<IReadOnlyList<SubjectLink>> Links(SubjectKey key, CancellationToken stop)
    {
        var links = new List<SubjectLink>();
        if (await Find(key, stop) is { } subject)
        {
            foreach (var find in declared.SubjectLinks)
            {
                links.AddRange(await find(unit, subject, stop) is { } link ? [link] : Array.Empty<SubjectLink>());
            }
        }

        return links;
    }

    /// <summary>Whether something of any module refers to a thing, so that it cannot go.</summary>
    public async Task<bool> IsReferred(SubjectKey thing, CancellationToken stop)
    {
        foreach (var refers in declared.Referring)
        {
            if (await refers(unit, thing, stop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether whoever asks may edit something of any kind, somewhere.</summary>
    public bool MayEditSome => declared.Subjects.Any(s => asker.May(s.EditRight));

    /// <summary>Whether whoever asks may edit the thing where it stands.</summary>
    public bool MayEdit(Subject subject) => declared.Subjects.FirstOrDefault(s => s.Key == subject.Key.Kind) is { } kind && asker.May(kind.EditRight, subject.At);
}
