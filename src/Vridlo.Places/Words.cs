using Vridlo.Base;

namespace Vridlo.Places;

/// <summary>How facts of places are written.</summary>
internal static class Words
{
    /// <summary>360 01, as on letters, with a no-break space.</summary>
    public static string Postcode(string? postcode) => postcode is { Length: 5 } ? postcode[..3] + "\u00a0" + postcode[3..] : postcode ?? "";

    /// <summary>50,2305° s. š. and the like: degrees with four decimals, about ten metres.</summary>
    public static string Degrees(double degrees, Language language) => NumberText.Write((decimal)degrees, 4, language) + "°";

    /// <summary>7,4 km with a no-break space.</summary>
    public static string Kilometres(double kilometres, Language language) => NumberText.Write((decimal)kilometres, 1, language) + "\u00a0km";
}
