using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests;

/// <summary>One address of each sort of Czech public page, found by following links from home, and some of the other languages.</summary>
internal static partial class Sorts
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static IReadOnlyList<string>? found;

    public static async Task<IReadOnlyList<string>> Of(Site site)
    {
        await Gate.WaitAsync();
        try
        {
            return found ??= await Find(site);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> Find(Site site)
    {
        var (sorts, pages) = (new HashSet<string>(), new List<string>());
        var open = new Queue<string>(["/", "/en", "/de", "/programy/prkk-2021/8", "/programy/prkk-2021/8.1", "/programy/prkk-2021/8.1.1", "/en/programmes/prkk-2021/8.1", "/de/abdeckung", "/nikde"]);
        while (open.TryDequeue(out var address))
        {
            if (!sorts.Add(Varying().Replace(address.Split('?')[0], "/*")) && pages.Count > 9)
            {
                continue;
            }

            using var answer = await site.Get(address);
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html" || ((int)answer.StatusCode is not 200 && address != "/nikde"))
            {
                continue;
            }

            pages.Add(address);
            if (address.StartsWith("/en", StringComparison.Ordinal) || address.StartsWith("/de", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var link in new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("a[href^='/']:not([hreflang])"))
            {
                open.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        return [.. pages.Distinct()];
    }

    [GeneratedRegex(@"/(?=[^/]*\d|[^/]{18,})[^/.]*(?:\.\d+)*")]
    private static partial Regex Varying();
}
