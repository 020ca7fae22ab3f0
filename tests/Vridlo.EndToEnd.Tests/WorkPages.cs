using AngleSharp.Html.Parser;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests;

/// <summary>The pages of the workspace as an administrator reaches them by links, one of each sort.</summary>
internal static class WorkPages
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static (Worker Worker, IReadOnlyList<string> Addresses)? found;

    public static async Task<(Worker Worker, IReadOnlyList<string> Addresses)> Of(Site site)
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

    private static async Task<(Worker Worker, IReadOnlyList<string> Addresses)> Find(Site site)
    {
        await site.Employ("katerina.dlouha-prijmenova@kr-karlovarsky.example", new Grant(Role.Strategist), new Grant(Role.Guarantor));
        await site.Employ("bez-role@kr-karlovarsky.example");
        await site.Employ("jana.novakova@kr-karlovarsky.example", new Grant(Role.Administrator));
        var worker = await site.SignIn("jana.novakova@kr-karlovarsky.example");
        using var kept = await worker.Post("/prace/ja", new FormUrlEncodedContent([new("name", "Rozepsaný text"), new("_handler", "profile")]));
        await worker.Amend();
        await worker.Done("/prace/zpravy-o-uplatnovani", "midterm", new()
        {
            ["edition"] = "prkk-2021/2021", ["title"] = "Zpráva o uplatňování", ["on"] = "2025-12-31", ["resolution"] = "ZK 5/02/26", ["resolvedOn"] = "2026-02-02",
        });
        var (sorts, pages) = (new HashSet<string>(), new List<string>());
        var open = new Queue<string>(["/prace", kept.Headers.Location!.ToString()]);
        while (open.TryDequeue(out var address))
        {
            if (!address.StartsWith("/prace", StringComparison.Ordinal) || !sorts.Add(string.Join('/', address.Split('?')[0].Split('/').Select(p => p.Length > 18 || p.Any(char.IsAsciiDigit) ? "*" : p))))
            {
                continue;
            }

            using var answer = await worker.Get(address);
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                continue;
            }

            pages.Add(address);
            foreach (var link in new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("a[href^='/prace']"))
            {
                open.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        return (worker, pages);
    }
}
