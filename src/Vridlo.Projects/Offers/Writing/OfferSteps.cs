using Vridlo.Base;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>The steps in which an offer is written.</summary>
[Words("projects.offers.step")]
internal enum OfferStep
{
    /// <summary>kdo nabízí</summary>
    Who = 1,

    /// <summary>záměr</summary>
    Intent,

    /// <summary>program</summary>
    Programme,

    /// <summary>peníze a čas</summary>
    Money,

    /// <summary>kontrola a odeslání</summary>
    Check,
}

/// <summary>Which step a field stands in.</summary>
internal static class OfferSteps
{
    public static OfferStep Of(string? field) => field?.Split('-')[0] switch
    {
        "organisation" or "companyNumber" or "contactName" or "mail" or "phone" => OfferStep.Who,
        "title" or "description" or "need" or "place" => OfferStep.Intent,
        "link" or "share" => OfferStep.Programme,
        _ => OfferStep.Money,
    };

    /// <summary>The Czech address of a step.</summary>
    public static string Path(string code, OfferStep step) => $"{Root}/{code}/{(int)step}";

    public const string Root = "/zamery/nabidka";
}
