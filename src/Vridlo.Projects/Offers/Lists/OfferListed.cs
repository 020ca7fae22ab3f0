using NodaTime;
using Vridlo.Projects.Offers.Register;

namespace Vridlo.Projects.Offers.Lists;

/// <summary>An offer in the list of the workspace; whom to ask is not in it.</summary>
internal sealed record OfferListed
{
    public required OfferId Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Sought { get; init; }

    public required string BearerName { get; init; }

    public required string CompanyNumber { get; init; }

    public required string Place { get; init; }

    public string? PlaceName { get; init; }

    public required OfferStage Stage { get; init; }

    public required LocalDate ReceivedOn { get; init; }

    public required LocalDate Due { get; init; }

    public int? ProjectNumber { get; init; }

    public string Code => Offer.CodeOf(Number);

    public string? Project => ProjectNumber is { } number ? Pool.Project.CodeOf(number) : null;
}
