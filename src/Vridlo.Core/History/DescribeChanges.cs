using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Record;

namespace Vridlo.Core.History;

/// <summary>Says what the record holds as people say it: values as texts, things by their names.</summary>
public sealed class DescribeChanges(AppDb db)
{
    /// <summary>What changed in a thing, value by value, without what only counts versions; of a new or removed one all it said.</summary>
    public IReadOnlyList<ValueChanged> Values(ChangedThing thing)
    {
        if (Recorder.FindEntity(db.Model, thing.Subject) is not { } type)
        {
            return [];
        }

        var keys = type.FindPrimaryKey()!.Properties;
        return [.. type.GetProperties().Where(p => thing.Columns.Contains(p.GetColumnName()) && !Recorder.IsVersion(p) && !keys.Contains(p)).SelectMany(p => Values(p, thing))];
    }

    /// <summary>The newest names of things, by sort and key; those without a name are missing.</summary>
    public async Task<IReadOnlyDictionary<(string Subject, string Id), string>> Names(IEnumerable<ChangedThing> things, CancellationToken stop)
    {
        var wanted = things.SelectMany(Mentioned).ToHashSet();
        List<string> ids = [.. wanted.Select(w => w.Id).Distinct()];
        List<string> subjects = [.. wanted.Select(w => w.Subject).Distinct()];
        var named = db.Model.GetEntityTypes().SelectMany(Recorder.NameColumns).ToHashSet(StringComparer.Ordinal);
        var of = db.Set<RecordedChange>().AsNoTracking().Where(c => subjects.Contains(c.Subject) && ids.Contains(c.SubjectId) && c.After != null);
        var told = named.Select(n => $"\"{n}\":").Aggregate(of.Where(c => c.Before == null), (all, mark) => all.Concat(of.Where(c => c.Before != null && c.After!.Contains(mark))));
        var names = new Dictionary<(string, string), string>();
        foreach (var change in (await told.ToListAsync(stop)).OrderBy(c => c.ActSequence))
        {
            if (Recorder.FindEntity(db.Model, change.Subject) is { } type && Recorder.Name(type, ChangedThing.Of(change).After!) is { } name)
            {
                names[(change.Subject, change.SubjectId)] = name;
            }
        }

        return names;
    }

    /// <summary>The thing itself, and what its values may point at: the key of another thing, alone or within the same whole.</summary>
    private IEnumerable<(string Subject, string Id)> Mentioned(ChangedThing thing)
    {
        var pointed = from values in new[] { thing.Before, thing.After }
                      from value in values?.Values ?? []
                      where value.ValueKind is JsonValueKind.String
                      from id in Ids(value.GetString()!)
                      select id;
        var whole = thing.Id.Split('/', 2) is [var first, _] ? first + "/" : "";
        var others = db.Model.GetEntityTypes().Where(e => Recorder.NameColumns(e).Any()).Select(Recorder.SubjectOf).OfType<string>().ToList();
        return pointed.Distinct().SelectMany(id => others.SelectMany(o => new[] { (o, id), (o, whole + id) })).Append((thing.Subject, thing.Id));
    }

    private static IEnumerable<string> Ids(string text) =>
        text.Length > 2000 ? [] : text.Split('"', '[', ']', ',').Where(t => t.Length == 36 && Guid.TryParse(t, out _));

    private static IEnumerable<ValueChanged> Values(IProperty property, ChangedThing thing)
    {
        var column = property.GetColumnName();
        var (before, after) = (Read(property, thing.Before), Read(property, thing.After));
        if ((before ?? after) is not Localized)
        {
            return Text(before) == Text(after) ? [] : [new(column, null, Text(before), Text(after), Words(property.ClrType), property.ClrType)];
        }

        return from language in Enum.GetValues<Language>()
               let was = (before as Localized)?[language] ?? ""
               let now = (after as Localized)?[language] ?? ""
               where was != now
               select new ValueChanged(column, language, was, now);
    }

    private static string? Words(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var values && values == typeof(bool) ? "ui" : WordsAttribute.Of(values);

    private static object? Read(IProperty property, IReadOnlyDictionary<string, JsonElement>? values) =>
        values is null || !values.TryGetValue(property.GetColumnName(), out var value) ? null
        : value.ValueKind is JsonValueKind.String && value.GetString() == Recorder.Personally ? Recorder.Personally
        : property.GetTypeMapping().Converter is { ModelClrType: var shown } && (shown == typeof(Localized) || shown == typeof(Instant) || shown == typeof(LocalDate))
            ? RecordedValue.Read(property, value)
            : value;

    private static string Text(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => "",
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement { ValueKind: JsonValueKind.True } => "yes",
        JsonElement { ValueKind: JsonValueKind.False } => "no",
        LocalDate date => DateText.Iso(date),
        Instant moment => DateText.Iso(moment),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
