using System.Text.Json;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Merging;

/// <summary>The fields of rows as text and back.</summary>
internal static class ThingFields
{
    private static readonly string[] Languages = [.. Enum.GetValues<Language>().Select(l => l.Code())];

    public static IReadOnlyDictionary<string, Field<DraftNode>> Node { get; } = Fields<DraftNode>(
        [
            new("kind", n => n.Kind.ToString(), (n, v) => n.Kind = Enum.Parse<NodeKind>(v!)),
            new(Wording.Code, n => n.Code, (n, v) => n.Code = v!),
            new(Wording.Parent, n => n.ParentId is { } parent ? Wording.Node(parent) : null, (n, v) => n.ParentId = v is null ? null : Wording.NodeOf(v)),
            new(Wording.Department, n => n.Department, (n, v) => n.Department = v),
            Json("source", n => n.Source, (n, v) => n.Source = v),
            Json("aliases", n => n.Aliases is [] ? null : n.Aliases, (n, v) => n.Aliases = v ?? []),
            Json("edits", n => n.Edits is [] ? null : n.Edits, (n, v) => n.Edits = v ?? []),
        ],
        Texts<DraftNode>("title", n => n.Title, (n, v) => n.Title = v),
        Texts<DraftNode>("change", n => n.Change, (n, v) => n.Change = v),
        Texts<DraftNode>("text", n => n.Text, (n, v) => n.Text = v));

    public static IReadOnlyDictionary<string, Field<DraftNeed>> Need { get; } = Fields<DraftNeed>(
        [
            new("kind", n => n.Kind.ToString(), (n, v) => n.Kind = Enum.Parse<Core.Instruments.InstrumentKind>(v!)),
            new(Wording.Measure, n => Wording.Node(n.MeasureId), (n, v) => n.MeasureId = Wording.NodeOf(v!)!.Value),
            new(Wording.Activities,
                n => n.Activities is [] ? null : string.Join(' ', n.Activities.Select(a => Wording.Node(a)).Order(StringComparer.Ordinal)),
                (n, v) => n.Activities = [.. (v?.Split(' ') ?? []).Select(a => Wording.NodeOf(a)!.Value)]),
            new("assess", n => n.Assess ? "+" : null, (n, v) => n.Assess = v is not null),
            new("signup", n => n.Signup ? "+" : null, (n, v) => n.Signup = v is not null),
            new("restricted", n => n.Restricted ? "+" : null, (n, v) => n.Restricted = v is not null),
            new("met-by", n => n.MetBy, (n, v) => n.MetBy = v),
        ],
        Texts<DraftNeed>("title", n => n.Title, (n, v) => n.Title = v ?? n.Title));

    public static IReadOnlyDictionary<string, Field<DraftDepartment>> Department { get; } = Fields<DraftDepartment>(
        Texts<DraftDepartment>("title", d => d.Name, (d, v) => d.Name = v ?? d.Name));

    public static IReadOnlyDictionary<string, Field<Draft>> Head { get; } = Fields<Draft>(
        [
            new("kind", d => d.Kind.ToString(), (d, v) => d.Kind = Enum.Parse<ProgrammeKind>(v!)),
            new("territory", d => d.Territory.Length > 0 ? d.Territory : null, (d, v) => d.Territory = v ?? ""),
            new("from", d => d.PeriodFrom?.ToString(Invariant), (d, v) => d.PeriodFrom = v is null ? null : int.Parse(v, Invariant)),
            new("to", d => d.PeriodTo?.ToString(Invariant), (d, v) => d.PeriodTo = v is null ? null : int.Parse(v, Invariant)),
        ],
        Texts<Draft>("title", d => d.Title, (d, v) => d.Title = v ?? d.Title),
        Texts<Draft>("short", d => d.Short, (d, v) => d.Short = v),
        Texts<Draft>("owners-source", d => d.OwnersSource, (d, v) => d.OwnersSource = v));

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    public static IReadOnlyDictionary<string, string> Of<T>(T row, IReadOnlyDictionary<string, Field<T>> fields) =>
        fields.Values.Select(f => (f.Name, Value: f.Get(row))).Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);

    /// <summary>Lets a row say this. What says something comes first: a text that must not be empty would otherwise be for a moment.</summary>
    /// <returns>whether it said anything else</returns>
    public static bool Put<T>(T row, IReadOnlyDictionary<string, Field<T>> fields, IReadOnlyDictionary<string, string> said)
    {
        List<Field<T>> changed = [.. fields.Values.Where(f => f.Get(row) != said.GetValueOrDefault(f.Name)).OrderBy(f => said.ContainsKey(f.Name) ? 0 : 1)];
        changed.ForEach(f => f.Set(row, said.GetValueOrDefault(f.Name)));
        return changed.Count > 0;
    }

    private static Dictionary<string, Field<T>> Fields<T>(params IEnumerable<Field<T>>[] parts) =>
        parts.SelectMany(p => p).ToDictionary(f => f.Name, StringComparer.Ordinal);

    private static IEnumerable<Field<T>> Texts<T>(string name, Func<T, Localized?> get, Action<T, Localized?> set) => Languages.Select((code, i) =>
        new Field<T>($"{name}.{code}", row => get(row)?[(Language)i], (row, value) =>
        {
            var texts = Enum.GetValues<Language>().Select(l => (int)l == i ? value : get(row)?[l]).ToArray();
            set(row, texts.All(string.IsNullOrWhiteSpace) ? null : new(texts[0], texts[1], texts[2]));
        }));

    private static Field<DraftNode> Json<T>(string name, Func<DraftNode, T?> get, Action<DraftNode, T?> set)
        where T : class => new(
            name,
            n => get(n) is { } value ? JsonSerializer.Serialize(value, DraftMap.Json) : null,
            (n, text) => set(n, text is null ? null : JsonSerializer.Deserialize<T>(text, DraftMap.Json)));
}

/// <summary>A field of a row as text; null when it says nothing.</summary>
internal sealed record Field<T>(string Name, Func<T, string?> Get, Action<T, string?> Set);
