using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Programmes.Drafting.MidTerm;

/// <summary>Identifies a mid-term report.</summary>
internal readonly record struct ReportId(Guid Value) : ITypedId<ReportId>
{
    public static ReportId From(Guid value) => new(value);
}

/// <summary>What the assembly decided on a mid-term report.</summary>
[Words("programmes.midterm.outcome")]
internal enum MidTermOutcome
{
    /// <summary>the programme goes on unchanged</summary>
    GoesOn,

    /// <summary>aktualizace: an amendment is to be drafted</summary>
    Update,

    /// <summary>nová strategie: a new programme is to be drafted</summary>
    NewProgramme,
}

/// <summary>
/// The report on application halfway through the period (zpráva o uplatňování, 248/2000 § 12(5)), on which the assembly decides about
/// an update or a new programme.
/// </summary>
internal sealed class MidTermReport
{
    public required ReportId Id { get; init; }

    public required EditionId EditionId { get; init; }

    public required LocalDate On { get; set; }

    public required Localized Title { get; set; }

    public Localized? Text { get; set; }

    public required string Resolution { get; set; }

    public required LocalDate ResolvedOn { get; set; }

    public required MidTermOutcome Outcome { get; set; }

    /// <summary>Stands for the report as somebody saw it.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { On = DateText.Iso(On), Title, Text, Resolution, ResolvedOn = DateText.Iso(ResolvedOn), Outcome }, RecordJson.Options)))[..16];
}
