using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Register;

/// <summary>Identifies an offer, from its first step to its end.</summary>
internal readonly record struct OfferId(Guid Value) : ITypedId<OfferId>
{
    public static OfferId From(Guid value) => new(value);
}

/// <summary>Where an offer stands at the office.</summary>
[Words("projects.offers.stage")]
internal enum OfferStage
{
    /// <summary>čeká na posouzení</summary>
    Received,

    /// <summary>vrácena k doplnění</summary>
    MoreAsked,

    /// <summary>přijata: a project was made of it</summary>
    Accepted,

    /// <summary>sloučena s projektem</summary>
    Merged,

    /// <summary>odmítnuta</summary>
    Declined,
}

/// <summary>
/// A project intent that somebody offers to the region (nabídka záměru), as it came to the office once its sender had confirmed it by mail.
/// Whom to ask about it stands apart (<see cref="OfferDraft"/>).
/// </summary>
internal sealed class Offer
{
    public required OfferId Id { get; init; }

    /// <summary>Number within the installation, of which the code is made.</summary>
    public required int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>Code, title and bearer folded, for finding.</summary>
    public required string Sought { get; set; }

    /// <summary>Name of the organisation that offers it.</summary>
    public required string BearerName { get; set; }

    /// <summary>IČO, eight digits.</summary>
    public required string CompanyNumber { get; set; }

    /// <summary>Code of the municipality.</summary>
    public required string Place { get; set; }

    public required string Description { get; set; }

    public required string Need { get; set; }

    /// <summary>First day of the time in which it is to be carried out, or null.</summary>
    public LocalDate? Starts { get; set; }

    /// <summary>Last day, or null.</summary>
    public LocalDate? Ends { get; set; }

    public required Readiness Documents { get; set; }

    public required Readiness Permits { get; set; }

    public required Readiness Land { get; set; }

    public required Readiness Finance { get; set; }

    /// <summary>The language in which letters go to whoever offers it.</summary>
    public required Language Language { get; init; }

    public required OfferStage Stage { get; set; }

    /// <summary>The day on which the office got it, the last time when it was mended.</summary>
    public required LocalDate ReceivedOn { get; set; }

    /// <summary>The last day on which the office answers.</summary>
    public required LocalDate Due { get; set; }

    /// <summary>The day on which it was accepted, merged or declined, or null.</summary>
    public LocalDate? ClosedOn { get; set; }

    /// <summary>What the office said last: its question, or the reason; else empty.</summary>
    public required string Answer { get; set; }

    /// <summary>The project that was made of it, or with which it was merged, or null.</summary>
    public InstrumentId? ProjectId { get; set; }

    /// <summary>The day on which its contact was erased, or null.</summary>
    public LocalDate? ContactErasedOn { get; set; }

    public required int Version { get; set; }

    /// <summary>The code by which people and addresses know it.</summary>
    public string Code => CodeOf(Number);

    public bool IsOpen => Stage is OfferStage.Received or OfferStage.MoreAsked;

    public static string CodeOf(int number) => $"N-{number:0000}";

    /// <summary>The number of a code; null when it is none.</summary>
    public static int? NumberOf(string code) =>
        code.StartsWith("N-", StringComparison.Ordinal) && int.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && CodeOf(number) == code ? number : null;
}
