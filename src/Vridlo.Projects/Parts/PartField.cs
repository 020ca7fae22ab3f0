using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Organisations;

namespace Vridlo.Projects.Parts;

/// <summary>What a column of a part holds; it decides the field of the form.</summary>
internal enum Holds
{
    Line,
    Text,
    Day,
    Number,
    Choice,

    /// <summary>An organisation of the register, by its number or name.</summary>
    Organisation,

    /// <summary>Another row of the same part, by its number.</summary>
    Row,

    /// <summary>An indicator that the programme states, by its key.</summary>
    Indicator,
}

/// <summary>An indicator of the programme.</summary>
internal sealed record IndicatorKey(string Key);

/// <summary>A column of a part of a project.</summary>
/// <param name="Name">its name in forms and in the open interface</param>
/// <param name="Holds">what it holds</param>
/// <param name="Needed">whether a row must have it</param>
/// <param name="Choices">what can be chosen, of a choice</param>
internal abstract record PartField(string Name, Holds Holds, bool Needed, IReadOnlyList<Enum> Choices)
{
    public int Longest => Holds is Holds.Text ? 2000 : 300;
}

/// <inheritdoc/>
/// <param name="Value">what a row has there: text, day, number, member of an enumeration, organisation or row; null when nothing</param>
/// <param name="Set">puts what was typed there, or says why it cannot be</param>
internal sealed record PartField<TRow>(string Name, Holds Holds, bool Needed, IReadOnlyList<Enum> Choices, Func<TRow, object?> Value, Func<TRow, string, PartReader, Problem?> Set)
    : PartField(Name, Holds, Needed, Choices);

/// <summary>Makes columns.</summary>
internal static class Column<TRow>
{
    public static PartField<TRow> Line(string name, Func<TRow, string> value, Action<TRow, string> set, bool needed = false, Holds holds = Holds.Line) =>
        new(name, holds, needed, [], value, (row, text, _) => Put(() => set(row, text)));

    public static PartField<TRow> Day(string name, Func<TRow, LocalDate?> value, Action<TRow, LocalDate?> set, bool needed = false) =>
        new(name, Holds.Day, needed, [], row => value(row), (row, text, _) =>
        {
            var read = text.Length == 0 ? null : PeriodText.Read(text);
            return read is { Ok: false } ? read.Problems[0] : Put(() => set(row, read?.Value.Last));
        });

    public static PartField<TRow> Number(string name, Func<TRow, double?> value, Action<TRow, double?> set, bool needed = false) =>
        new(name, Holds.Number, needed, [], row => value(row), (row, text, reader) =>
        {
            var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
            return plain.Length == 0 ? Put(() => set(row, null))
                : double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, reader.Language.Culture(), out var number) && Math.Abs(number) < 1e15 ? Put(() => set(row, number))
                : Problem.Invalid("projects.part.number-wrong", null, text);
        });

    public static PartField<TRow> Choice<TEnum>(string name, Func<TRow, TEnum> value, Action<TRow, TEnum> set)
        where TEnum : struct, Enum =>
        new(name, Holds.Choice, false, [.. Enum.GetValues<TEnum>().Cast<Enum>()], row => value(row), (row, text, _) =>
            text.Length == 0 ? Put(() => set(row, default))
            : Enum.TryParse<TEnum>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) ? Put(() => set(row, member))
            : Problem.Invalid("projects.part.choice-wrong", null, text));

    public static PartField<TRow> Organisation(string name, Func<TRow, OrganisationId> value, Action<TRow, OrganisationId> set) =>
        new(name, Holds.Organisation, true, [], row => value(row), (row, text, reader) =>
            reader.Known.TryGetValue(text, out var known) ? Put(() => set(row, known)) : Problem.Invalid("projects.part.organisation-unknown", null, text));

    public static PartField<TRow> Row(string name, Func<TRow, Guid?> value, Action<TRow, Guid?> set) =>
        new(name, Holds.Row, false, [], row => value(row), (row, text, reader) =>
            text.Length == 0 ? Put(() => set(row, null))
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && reader.Rows.TryGetValue(number, out var other) && !ReferenceEquals(other, row) ? Put(() => set(row, other.Id))
            : Problem.Invalid("projects.part.row-unknown", null, text));

    public static PartField<TRow> Indicator(string name, Func<TRow, string?> value, Action<TRow, string?> set) =>
        new(name, Holds.Indicator, false, [], row => value(row) is { } key ? new IndicatorKey(key) : null, (row, text, reader) =>
            text.Length == 0 ? Put(() => set(row, null))
            : reader.Stated.ContainsKey(text) || value(row) == text ? Put(() => set(row, text))
            : Problem.Invalid("projects.part.indicator-unknown", null, text));

    /// <summary>What an indicator is called: as it was typed, else as the programme calls the one that stands in the row.</summary>
    public static PartField<TRow> Called(string name, Func<TRow, string> value, Action<TRow, string> set, Func<TRow, string?> stated) =>
        new(name, Holds.Line, false, [], value, (row, text, reader) =>
            text.Length > 0 ? Put(() => set(row, text))
            : stated(row) is { } key && reader.Stated.GetValueOrDefault(key) is { } need ? Put(() => set(row, need.Title.For(Language.Cs).Text))
            : Problem.Invalid("projects.part.missing"));

    private static Problem? Put(Action set)
    {
        set();
        return null;
    }
}
