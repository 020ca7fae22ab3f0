using System.Text.Json;

namespace Vridlo.Programmes.Packages;

/// <summary>Enumerations by their lower-case names, as packages, addresses and the API write them.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T? Parse<T>(string? name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == name)
            {
                return value;
            }
        }

        return null;
    }
}
