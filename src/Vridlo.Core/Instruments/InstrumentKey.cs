using Vridlo.Base;
using Vridlo.Core.Organisations;

namespace Vridlo.Core.Instruments;

/// <summary>By what others know an instrument.</summary>
[Words("instruments.key")]
public enum InstrumentKeyKind
{
    /// <summary>číslo smlouvy</summary>
    Contract,

    /// <summary>číslo akce: the event (ORG) under which accounting keeps what is spent on it</summary>
    Event,
}

/// <summary>A number by which contracts and accounting know an instrument. No two instruments have the same of one kind.</summary>
/// <param name="Kind">whose number it is</param>
/// <param name="Value">the number as it was typed</param>
public sealed record InstrumentKey(InstrumentKeyKind Kind, string Value)
{
    /// <summary>Most characters of a number.</summary>
    public const int Longest = 100;

    /// <summary>The number as numbers are compared: in capitals, with single spaces within and none around. Zeros at its beginning belong to it.</summary>
    public static string Compared(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

/// <summary>A number by which an instrument is known.</summary>
internal sealed class InstrumentKeyRow
{
    public required InstrumentKeyKind Kind { get; init; }

    /// <summary>As numbers are compared: <see cref="InstrumentKey.Compared"/>.</summary>
    public required string Value { get; init; }

    public required InstrumentId InstrumentId { get; init; }
}

/// <summary>A number of an instrument in a list.</summary>
public sealed record InstrumentKeyListed
{
    /// <summary>Whose number it is.</summary>
    public required InstrumentKeyKind Kind { get; init; }

    /// <summary>The number as numbers are compared.</summary>
    public required string Value { get; init; }

    /// <summary>The instrument.</summary>
    public required InstrumentId Instrument { get; init; }
}

/// <summary>An instrument in a list.</summary>
public sealed record InstrumentListed
{
    /// <summary>Identity.</summary>
    public required InstrumentId Id { get; init; }

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required Localized Title { get; init; }

    /// <summary>Czech address of its page, or empty.</summary>
    public required string Path { get; init; }

    /// <summary>The organisation that carries it out, as it was named, or null.</summary>
    public OrganisationId? Bearer { get; init; }
}
