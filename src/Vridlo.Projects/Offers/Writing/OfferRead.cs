using NodaTime;
using Vridlo.Base;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>An offer, read: what is needed to enter it.</summary>
internal sealed record OfferRead(
    string CompanyNumber,
    string Place,
    IReadOnlyList<(string Code, int Share)> Links,
    IReadOnlyList<(int Year, string Source, Money Sum)> Costs,
    LocalDate? Starts,
    LocalDate? Ends,
    Readiness Documents,
    Readiness Permits,
    Readiness Land,
    Readiness Finance);
