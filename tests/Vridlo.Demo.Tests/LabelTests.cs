using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Vridlo.Core.Access;
using Vridlo.Core.Samples;
using Vridlo.Testing;

namespace Vridlo.Demo.Tests;

/// <summary>Wherever sample data shows it says that it is.</summary>
public sealed partial class LabelTests(Loaded loaded)
{
    private const int MostAddresses = 260;

    [Theory, BothEngines]
    public async Task Every_page_answers_and_says_it(Engine engine)
    {
        var site = await loaded.On(engine);
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        var (open, seen, faults) = (new Queue<string>(["/", "/en", "/de", "/prace", "/prace/projekty/P-0001"]), new HashSet<string>(), new List<string>());
        while (open.TryDequeue(out var address) && seen.Count < MostAddresses)
        {
            if (!seen.Add(Shape(address)))
            {
                continue;
            }

            using var answer = Work().IsMatch(address) ? await worker.Get(address) : await site.Get(address);
            faults.AddRange(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found ? [] : [$"{address} answers {(int)answer.StatusCode}"]);
            if (answer.StatusCode is not HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            faults.AddRange(answer.Headers.Contains(SampleLabel.Header) ? [] : [$"{address} has no header"]);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            faults.AddRange(page.QuerySelectorAll("aside.v-demo").Length == 1 ? [] : [$"{address} has no strip"]);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                open.Enqueue(link);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(seen.Count > 100, $"only {seen.Count} addresses");
    }

    [Theory, BothEngines]
    public async Task Every_file_says_it_in_its_own_way(Engine engine)
    {
        var site = await loaded.On(engine);
        using var csv = await site.Get("/projekty.csv");
        Assert.StartsWith("ukazka-", csv.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal("true", Assert.Single(csv.Headers.GetValues(SampleLabel.Header)));
        Assert.True(await Json(site, "/projekty.json"));
        Assert.True(await Json(site, "/api/v1/projects"));
        using var book = await site.Get("/projekty.xlsx");
        Assert.Contains("Ukázková data", Part(await book.Content.ReadAsByteArrayAsync(), "xl/workbook.xml"), StringComparison.Ordinal);
        using var feed = await site.Get("/zmeny.atom");
        Assert.Contains("<title>Ukázková data", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_letter_says_it_in_its_first_paragraph(Engine engine)
    {
        var site = await loaded.On(engine);
        var issued = (await site.Page("/vyjadreni")).QuerySelectorAll("main a[href^='/vyjadreni/']").Select(a => a.GetAttribute("href")!).First(h => h.Any(char.IsDigit));
        var letter = (await site.Page(issued)).QuerySelectorAll("main a[href$='.docx']").First().GetAttribute("href")!;
        using var answer = await site.Get(letter);
        var text = Part(await answer.Content.ReadAsByteArrayAsync(), "word/document.xml");
        Assert.Contains("Ukázková data", text[..text.IndexOf("</w:p>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Real_data_says_nothing_of_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.Empty((await site.Page("/")).QuerySelectorAll("aside.v-demo"));
        using var list = await site.Get("/projekty.json");
        Assert.False(list.Headers.Contains(SampleLabel.Header));
        Assert.DoesNotContain("sample", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<bool> Json(Site site, string address)
    {
        using var answer = await site.Get(address);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("sample").GetBoolean();
    }

    private static string Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var text = new StreamReader(archive.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }

    /// <summary>What addresses of one sort of page have in common.</summary>
    private static string Shape(string address)
    {
        var parts = address.Split('?', 2);
        var query = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0])) : "";
        return Varying().Replace(parts[0], "/*") + "?" + query;
    }

    [GeneratedRegex(@"/(?=[^/]*\d|[^/]{18,})[^/.]*(?:\.\d+)*")]
    private static partial Regex Varying();

    [GeneratedRegex("^(?:/en/work|/de/arbeit|/prace)(?:/|$|\\?)")]
    private static partial Regex Work();
}
