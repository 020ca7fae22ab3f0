using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>Addresses in the three languages: Czech at the root, English under <c>/en</c>, German under <c>/de</c>.</summary>
public static class Address
{
    /// <summary>The address of a page for readers of the language; <paramref name="path"/> is the Czech one, starting with a slash.</summary>
    public static string In(this string path, Language language) => language switch
    {
        Language.Cs => path,
        _ when path == "/" => "/" + language.Code(),
        _ => "/" + language.Code() + path,
    };
}
