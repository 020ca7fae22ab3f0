using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;

namespace Vridlo.Projects.Pool;

/// <summary>Where a project stands, from intent to result.</summary>
[Words("projects.stage")]
internal enum Stage
{
    /// <summary>záměr</summary>
    Intent,

    /// <summary>v přípravě</summary>
    Preparation,

    /// <summary>připraven: could begin if there were money</summary>
    Ready,

    /// <summary>financován: the money is bound</summary>
    Funded,

    /// <summary>v realizaci</summary>
    UnderWay,

    /// <summary>dokončen</summary>
    Finished,

    /// <summary>v provozu</summary>
    InOperation,

    /// <summary>opuštěn</summary>
    Dropped,
}

/// <summary>How far one condition of beginning is met.</summary>
[Words("projects.readiness")]
internal enum Readiness
{
    /// <summary>nezačato</summary>
    Open,

    /// <summary>rozpracováno</summary>
    Begun,

    /// <summary>hotovo</summary>
    Met,

    /// <summary>není třeba</summary>
    NotNeeded,
}

/// <summary>A project (projekt, projektový záměr). It is an instrument; its money is in the ledger.</summary>
internal sealed class Project
{
    /// <summary>The identity of the instrument.</summary>
    public required InstrumentId Id { get; init; }

    /// <summary>Number within the installation, of which the code is made.</summary>
    public required int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>Code and title folded, for finding.</summary>
    public required string Sought { get; set; }

    public required Stage Stage { get; set; }

    /// <summary>Since when it stands there.</summary>
    public required LocalDate StageSince { get; set; }

    /// <summary>Who carries it out (nositel).</summary>
    public required OrganisationId Bearer { get; set; }

    /// <summary>Code of the municipality where it is, or null.</summary>
    public string? Place { get; set; }

    /// <summary>Where it is on the ground: points, lines or areas; null when nobody said.</summary>
    public Shape? Shape { get; set; }

    /// <summary>Degrees north of a project that is at one point, else null.</summary>
    public double? Latitude => Shape?.Single?.Y;

    /// <summary>Degrees east of a project that is at one point, else null.</summary>
    public double? Longitude => Shape?.Single?.X;

    /// <summary>What will be there, and how.</summary>
    public required string Description { get; set; }

    /// <summary>Why it is needed: how things are, whom it serves.</summary>
    public required string Need { get; set; }

    /// <summary>First day of the time in which it is to be carried out, or null.</summary>
    public LocalDate? Starts { get; set; }

    /// <summary>Last day, or null.</summary>
    public LocalDate? Ends { get; set; }

    /// <summary>dokumentace</summary>
    public required Readiness Documents { get; set; }

    /// <summary>povolení (zákon 283/2021 Sb.)</summary>
    public required Readiness Permits { get; set; }

    /// <summary>pozemky a stavby</summary>
    public required Readiness Land { get; set; }

    /// <summary>zajištěné financování</summary>
    public required Readiness Finance { get; set; }

    public required int Version { get; set; }

    /// <summary>The code by which people and addresses know it.</summary>
    public string Code => CodeOf(Number);

    /// <summary>How far the conditions are met, in per cent; null when none is needed.</summary>
    public int? Readied => ReadinessScore.Of(Documents, Permits, Land, Finance);

    public static string CodeOf(int number) => $"P-{number:0000}";

    /// <summary>The number of a code; null when it is none.</summary>
    public static int? NumberOf(string code) =>
        code.StartsWith("P-", StringComparison.OrdinalIgnoreCase) && int.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
