using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.History;
using Vridlo.Core.Lists;

namespace Vridlo.History.Acts;

/// <summary>The acts that whoever asks may see, as a list.</summary>
internal sealed class ListActs(ReadHistory history, ChangesInWords words, IPeople people, Texts t)
{
    /// <summary>Kinds of acts to choose from are those of so many newest acts.</summary>
    private const int Lately = 3000;

    /// <summary>Changes of one act that a list shows; the act's own page shows all.</summary>
    private const int MostLines = 8;

    private Dictionary<string, string> persons = [];

    public async Task<ListSource<ActShown>> Source(CancellationToken stop)
    {
        var acts = await history.Acts(stop);
        persons = (await people.All(stop)).ToDictionary(p => p.Id.Value.ToString(), p => p.Name);
        var kinds = await acts.OrderByDescending(a => a.Sequence).Take(Lately).Select(a => a.Kind).Distinct().ToListAsync(stop);
        return new(Declared(kinds), acts);
    }

    /// <summary>Learns what the things are called that these acts changed.</summary>
    public Task Name(IReadOnlyList<ActShown> acts, CancellationToken stop) => words.Name(acts.SelectMany(a => a.Changes.Take(MostLines)), stop);

    public string Who(ActShown act) => act.ActorKind switch
    {
        "person" or "machine" => persons.GetValueOrDefault(act.ActorName) is not { } name ? t["history.who.erased"] : act.ActorKind == "person" ? name : t["history.who.machine", name],
        "system" => t["history.who.system"],
        "public" => t["history.who.public"],
        "command-line" => t["history.who.command-line", act.ActorName],
        _ => act.ActorName,
    };

    public string What(ActShown act) => t.Has(act.Kind) ? t[act.Kind] : act.Kind;

    /// <summary>What an act changed, at most so many lines of it.</summary>
    public ChangesShown Changes(ActShown act, int most = MostLines)
    {
        List<ChangeLine> lines = [.. act.Changes.Take(most).SelectMany(words.Lines)];
        return new([.. lines.Take(most)], Math.Max(act.Changes.Count - most, 0) + Math.Max(lines.Count - most, 0));
    }

    private ListOf<ActShown> Declared(IReadOnlyList<string> kinds)
    {
        var inTime = SortKey<ActShown>.By(a => a.Sequence);
        return new()
        {
            Name = "history",
            Id = inTime,
            Order = "-at",
            Columns =
            [
                new("at", "history.at", a => a.At) { Sort = inTime, Link = a => $"/prace/historie/{a.Id}" },
                new("who", "history.who", Who),
                new("kind", "history.what", a => a.Kind) { Words = "" },
                new("changes", "history.changes", a => Changes(a)),
                new("why", "history.why", a => a.Why),
                new("decision", "history.decision", a => a.Decision),
                new("undone", "history.undone", a => a.Undone) { FilesOnly = true },
                new("id", "history.id", a => a.Id) { FilesOnly = true },
            ],
            Filters =
            [
                new("who", "history.who", ActFilters.Who) { Choices = [.. Persons()] },
                new("kind", "history.what", (rows, kind) => rows.Where(a => a.Kind == kind)) { Choices = [.. kinds.Select(Kind).OrderBy(c => c.Text!.Cs, StringComparer.CurrentCulture)] },
                new("from", "history.from", ActFilters.From),
                new("to", "history.to", ActFilters.To),
                new("thing", "history.thing", (rows, thing) => thing.Split('/', 2) is [var subject, var id] ? history.Of(rows, subject, id) : null),
            ],
        };
    }

    private FilterChoice Kind(string kind) => new(kind, kind, new(t.Has(kind) ? t[kind] : kind));

    private IEnumerable<FilterChoice> Persons() =>
        [.. persons.Select(p => new FilterChoice(p.Key, p.Key, new(p.Value))), new("system", "history.who.system")];
}
