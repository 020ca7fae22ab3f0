using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>What a naughty string has done to an answer.</summary>
internal static partial class Harm
{
    /// <summary>Reads an answer: server errors, and what would run in a browser.</summary>
    public static async Task<(string? Fault, IHtmlDocument? Page)> In(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return ($"{status}", null);
        }

        if (answer.Headers.Contains("vxrun") || answer.Headers.Location?.ToString().Contains("evil.example", StringComparison.Ordinal) is true && !answer.Headers.Location.ToString().StartsWith('/')
            || answer.Headers.Location?.ToString() is { } led && (led.StartsWith("//", StringComparison.Ordinal) || led.StartsWith("/\\", StringComparison.Ordinal)))
        {
            return ($"leads to {answer.Headers.Location}", null);
        }

        if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
        {
            return (null, null);
        }

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var runs = page.All.Where(e =>
                (e.LocalName == "script" && e.TextContent.Contains("vxrun", StringComparison.Ordinal) && e.GetAttribute("type") != "application/ld+json")
                || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name == "srcdoc" || (a.Name is "href" or "src" or "action" or "formaction" && Runs().IsMatch(a.Value))))
            .Select(e => e.OuterHtml).FirstOrDefault();
        return (runs is null ? null : $"would run: {runs[..Math.Min(200, runs.Length)]}", page);
    }

    /// <summary>What the page shows of marked strings that is not what went in.</summary>
    public static IEnumerable<string> Altered(IHtmlDocument page) =>
        Altered([page.Body?.TextContent ?? "", .. page.QuerySelectorAll("input").Select(i => i.GetAttribute("value") ?? "")]);

    /// <summary>What stands in texts of marked strings that is not what went in.</summary>
    public static IEnumerable<string> Altered(IEnumerable<string> texts)
    {
        List<string> shown = [.. texts.Select(Same)];
        for (var i = 0; i < Naughty.Texts.Count; i++)
        {
            var (begin, end, whole) = ($"vx{i}a", $"vx{i}z", Same(Naughty.Texts[i]));
            foreach (var text in shown)
            {
                for (var at = text.IndexOf(begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(begin, at + 1, StringComparison.Ordinal))
                {
                    // What is cut off for want of space on a page is no fault; what is changed inside is.
                    var until = text.IndexOf(end, at, StringComparison.Ordinal);
                    if (until >= 0 && string.CompareOrdinal(text, at, whole, 0, whole.Length) != 0)
                    {
                        yield return $"came back as {text[at..Math.Min(text.Length, until + end.Length)]}";
                    }
                }
            }
        }
    }

    /// <summary>Browsers send line ends in their own way, what has lines ends them all alike (Unicode, 5.8), and pages fold spaces or keep a number and its unit together.</summary>
    private static string Same(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"[ \t\r\n\f\u0085\u2028\u2029\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();
}
