using Microsoft.Extensions.Configuration;

namespace Vridlo.Projects.Offers;

/// <summary>The settings of offers.</summary>
/// <param name="Days">days from receipt in which the office answers (<c>Offers:Days</c>)</param>
/// <param name="KeepDraftDays">days for which an offer that is not sent is kept after it was last saved (<c>Offers:KeepDraftDays</c>)</param>
/// <param name="KeepContactDays">days for which the contact is kept after the offer is closed (<c>Offers:KeepContactDays</c>)</param>
internal sealed record OfferSettings(int Days, int KeepDraftDays, int KeepContactDays)
{
    private const int MostDays = 3660;

    /// <exception cref="InvalidOperationException">when a setting cannot be understood</exception>
    public static OfferSettings Of(IConfiguration configuration) =>
        new(Count(configuration, "Offers:Days", 30), Count(configuration, "Offers:KeepDraftDays", 60), Count(configuration, "Offers:KeepContactDays", 365));

    private static int Count(IConfiguration configuration, string name, int usual) => configuration.GetValue(name, usual) is > 0 and <= MostDays and var days
        ? days : throw new InvalidOperationException($"The setting {name} is a number of days from 1 to {MostDays}.");
}
