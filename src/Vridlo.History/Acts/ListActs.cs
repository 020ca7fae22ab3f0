using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.History;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Core.Record;

namespace Vridlo.History.Acts;

/// <summary>The acts that whoever asks may see, as a list.</summary>
internal sealed class ListActs(ReadHistory history, DescribeChanges describe, IPeople people, Texts t)
{
    /// <summary>Kinds of acts to choose from are those of so many newest acts.</summary>
    private const int Lately = 3000;

    /// <summary>Changes of one act that a list shows; the act's own page shows all.</summary>
    private const int MostLines = 8;

    private IReadOnlyDictionary<(string Subject, string Id), string> names = new Dictionary<(string, string), string>();
    private Dictionary<string, string> persons = [];

    public async Task<ListSource<ActShown>> Source(CancellationToken stop)
    {
        var acts = await history.Acts(stop);
        persons = (await people.All(stop)).ToDictionary(p => p.Id.Value.ToString(), p => p.Name);
        var kinds = await acts.OrderByDescending(a => a.Sequence).Take(Lately).Select(a => a.Kind).Distinct().ToListAsync(stop);
        return new(Declared(kinds), acts);
    }

    /// <summary>Learns what the things are called that these acts changed.</summary>
    public async Task Name(IReadOnlyList<ActShown> acts, CancellationToken stop) =>
        names = await describe.Names(acts.SelectMany(a => a.Changes.Take(MostLines)), stop);

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
        List<ChangeLine> lines = [.. act.Changes.Take(most).SelectMany(Lines)];
        return new([.. lines.Take(most)], Math.Max(act.Changes.Count - most, 0) + Math.Max(lines.Count - most, 0));
    }

    private IEnumerable<ChangeLine> Lines(ChangedThing thing)
    {
        var name = $"{t.Write(new TextKey("record.subject." + thing.Subject))} {names.GetValueOrDefault((thing.Subject, thing.Id))}".TrimEnd();
        var values = describe.Values(thing);
        return thing switch
        {
            { Before: null } => [new(name, null, "", t["history.new"]), .. values.Where(v => v.Column is "title" or "role").Select(v => Line(name, thing, v))],
            { After: null } => [new(name, null, t["history.removed"], "")],
            _ => values.Select(v => Line(name, thing, v)),
        };
    }

    private ChangeLine Line(string name, ChangedThing thing, ValueChanged value)
    {
        var field = t.Write(new TextKey("record.field." + value.Column));
        return new(name, value.Language is { } language ? $"{field} ({language.Code()})" : field, Said(value.From), Said(value.To), value.Of == typeof(Shape));

        string Said(string text) => value.Of == typeof(Shape) && text.Length > 0 ? t.Say(Shape.Stored(text))
            : value.Words is { } words && text.Length > 0 ? t.Write(new TextKey(WordsAttribute.Key(words, text))) : Named(text, thing);
    }

    /// <summary>A value with the names of the things it points at in the place of their keys.</summary>
    private string Named(string value, ChangedThing thing)
    {
        var whole = thing.Id.Split('/', 2) is [var first, _] ? first + "/" : "";
        return names.Where(n => n.Key.Id != thing.Id && n.Key.Id.Length >= 36).Aggregate(value, (text, n) => text.Length < 36 ? text
            : text.Replace(n.Key.Id.StartsWith(whole, StringComparison.Ordinal) && whole.Length > 0 ? n.Key.Id[whole.Length..] : n.Key.Id, n.Value, StringComparison.Ordinal));
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
