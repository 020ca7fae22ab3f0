using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Lists;

/// <summary>A project in a list.</summary>
internal sealed record ProjectListed
{
    public required InstrumentId Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Sought { get; init; }

    public required Stage Stage { get; init; }

    public required LocalDate StageSince { get; init; }

    public required OrganisationId Bearer { get; init; }

    public required string BearerName { get; init; }

    public string? BearerNumber { get; init; }

    /// <summary>The bearer's name as names are compared.</summary>
    public required string BearerKey { get; init; }

    public string? Place { get; init; }

    public string? PlaceName { get; init; }

    /// <summary>Whether it is said where it is on the ground: by a point, a line or an area.</summary>
    public required bool Drawn { get; init; }

    public LocalDate? Starts { get; init; }

    public LocalDate? Ends { get; init; }

    public required Readiness Documents { get; init; }

    public required Readiness Permits { get; init; }

    public required Readiness Land { get; init; }

    public required Readiness Finance { get; init; }

    /// <summary>Haléře, of sums in crowns only; the page of the project shows those in other currencies.</summary>
    public required long PlannedMinor { get; init; }

    /// <inheritdoc cref="PlannedMinor"/>
    public required long CommittedMinor { get; init; }

    /// <inheritdoc cref="PlannedMinor"/>
    public required long PaidMinor { get; init; }

    /// <summary>Whether it carries out a node of a programme.</summary>
    public required bool Linked { get; init; }

    /// <summary>The first day that is known of the time in which it is carried out.</summary>
    public LocalDate? First => Starts ?? Ends;

    /// <summary>The last one.</summary>
    public LocalDate? Last => Ends ?? Starts;

    public string Code => Project.CodeOf(Number);

    public int? Readied => ReadinessScore.Of(Documents, Permits, Land, Finance);

    public Money Planned => new(PlannedMinor, Currency.Czk);

    public Money Committed => new(CommittedMinor, Currency.Czk);

    public Money Paid => new(PaidMinor, Currency.Czk);
}
