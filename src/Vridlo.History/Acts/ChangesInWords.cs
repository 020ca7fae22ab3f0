using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.History;
using Vridlo.Core.Places;
using Vridlo.Core.Record;

namespace Vridlo.History.Acts;

/// <summary>What the record holds of changes, in the reader's words: things, fields and values by what they are called.</summary>
internal sealed class ChangesInWords(DescribeChanges describe, IPlaces places, Texts t)
{
    /// <summary>What only serves finding and sorting, and follows from the rest.</summary>
    private static readonly string[] Derived = ["sought", "name_key", "sort_title"];

    private IReadOnlyDictionary<(string Subject, string Id), string> names = new Dictionary<(string, string), string>();

    private Dictionary<string, string> municipalities = [];

    /// <summary>Learns what the things are called that were changed, and those they point at.</summary>
    public async Task Name(IEnumerable<ChangedThing> things, CancellationToken stop)
    {
        List<ChangedThing> all = [.. things];
        names = await describe.Names(all, stop);
        List<string> codes = [.. all.SelectMany(describe.Values).Where(v => v.Column is "place").SelectMany(v => new[] { v.From, v.To }).Where(c => c.Length > 0).Distinct()];
        municipalities = codes.Count == 0 ? [] : await places.All.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, stop);
    }

    /// <summary>The sort of a thing and its name.</summary>
    public string Called(string subject, string id) => $"{t.Write(new TextKey("record.subject." + subject))} {names.GetValueOrDefault((subject, id))}".TrimEnd();

    /// <summary>What was changed in a thing, value by value.</summary>
    public IEnumerable<ChangeLine> Lines(ChangedThing thing)
    {
        var name = Called(thing.Subject, thing.Id);
        var values = describe.Values(thing);
        return thing switch
        {
            { Before: null } => [new(name, null, "", t["history.new"]), .. values.Where(v => v.Column is "title" or "role").Select(v => Line(name, thing, v))],
            { After: null } => [new(name, null, t["history.removed"], "")],
            _ => values.Select(v => Line(name, thing, v)),
        };
    }

    /// <summary>
    /// The same for everybody: of a text only that it was reworded, since what was taken out of it may have been personal; names, days, sums and states from what
    /// to what.
    /// </summary>
    public IEnumerable<ChangeLine> PublicLines(ChangedThing thing)
    {
        var name = Called(thing.Subject, thing.Id);
        return thing switch
        {
            { Before: null } => [new(name, null, "", t["history.new"])],
            { After: null } => [new(name, null, t["history.removed"], "")],
            _ => describe.Values(thing).Where(v => !Derived.Contains(v.Column)).Select(v => IsText(v) ? new($"{name}, {Field(v)}", null, "", t["history.reworded"]) : Line(name, thing, v)),
        };
    }

    private static bool IsText(ValueChanged value) => (value.Of is null || value.Of == typeof(string)) && value.Column is not ("title" or "name" or "place" or "number");

    private string Field(ValueChanged value)
    {
        var field = t.Write(new TextKey("record.field." + value.Column));
        return value.Language is { } language ? $"{field} ({language.Code()})" : field;
    }

    private ChangeLine Line(string name, ChangedThing thing, ValueChanged value)
    {
        // Only texts are compared word by word: of a day or a sum the parts say nothing.
        return new(name, Field(value), Said(value.From), Said(value.To), value.Of is { } type && type != typeof(string));

        string Said(string text) => text.Length == 0 ? ""
            : value.Of == typeof(Shape) ? t.Say(Shape.Stored(text))
            : value.Of == typeof(LocalDate) || value.Of == typeof(LocalDate?) ? t.Write(LocalDatePattern.Iso.Parse(text).Value)
            : value.Words is { } words ? t.Write(new TextKey(WordsAttribute.Key(words, text)))
            : value.Column is "place" ? municipalities.GetValueOrDefault(text, text)
            : Named(text, thing);
    }

    /// <summary>A value with the names of the things it points at in the place of their keys.</summary>
    private string Named(string value, ChangedThing thing)
    {
        var whole = thing.Id.Split('/', 2) is [var first, _] ? first + "/" : "";
        return names.Where(n => n.Key.Id != thing.Id && n.Key.Id.Length >= 36).Aggregate(value, (text, n) => text.Length < 36 ? text
            : text.Replace(n.Key.Id.StartsWith(whole, StringComparison.Ordinal) && whole.Length > 0 ? n.Key.Id[whole.Length..] : n.Key.Id, n.Value, StringComparison.Ordinal));
    }
}
