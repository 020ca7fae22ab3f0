using System.Text.Json;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>An offer as it was typed: every field a text. Whom to ask about it is not among them.</summary>
internal sealed record OfferTyped
{
    public string Organisation { get; init; } = "";

    public string CompanyNumber { get; init; } = "";

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public string Need { get; init; } = "";

    /// <summary>Name of the municipality, or its code.</summary>
    public string Place { get; init; } = "";

    public IReadOnlyList<LinkTyped> Links { get; init; } = [];

    public IReadOnlyList<CostTyped> Costs { get; init; } = [];

    public string Starts { get; init; } = "";

    public string Ends { get; init; } = "";

    public string Documents { get; init; } = "";

    public string Permits { get; init; } = "";

    public string Land { get; init; } = "";

    public string Finance { get; init; } = "";

    /// <summary>An activity or measure with its share in per cent.</summary>
    internal sealed record LinkTyped(string Code, string Share);

    /// <summary>A sum by year and source.</summary>
    internal sealed record CostTyped(string Year, string Source, string Sum);

    public static OfferTyped Of(string json) => JsonSerializer.Deserialize<OfferTyped>(json) ?? new();

    public string Json() => JsonSerializer.Serialize(this);
}

/// <summary>Whom to ask about an offer, as it was typed.</summary>
internal sealed record ContactTyped(string Name, string Mail, string Phone)
{
    public string MailKey => Mail.Trim().ToLowerInvariant();
}
