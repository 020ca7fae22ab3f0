using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Endpoints;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Pages;

public sealed class EveryPageTests
{
    private static readonly string[] Languages = ["cs", "en", "de"];

    [Theory, BothEngines]
    public async Task Answers(Engine engine) =>
        None(await Crawl.Answers(engine), a => a.Status is not (HttpStatusCode.OK or HttpStatusCode.Found) ? [$"{(int)a.Status} {a.Body[..Math.Min(300, a.Body.Length)]}"] : []);

    [Fact]
    public async Task Can_be_reached_by_links_in_each_language()
    {
        var met = (await Crawl.Pages(Engine.Sqlite)).Select(a => (a.Route, a.Language)).ToHashSet();
        var pages = (await Crawl.Endpoints(Engine.Sqlite)).Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);
        var missing = from page in pages
                      let route = page.RoutePattern.RawText!
                      where !route.Contains("chyba", StringComparison.Ordinal) && !route.Contains("**", StringComparison.Ordinal)
                      from language in Languages
                      where !met.Contains((route, language))
                      select $"{route} in {language}";
        Assert.True(!missing.Any(), string.Join('\n', missing.Distinct()));
    }

    [Theory, BothEngines]
    public async Task Is_sound_as_a_document(Engine engine) => None(await Crawl.Pages(engine), a => Faults(a, a.Html!));

    [Theory, BothEngines]
    public async Task Runs_nothing_that_stands_in_the_page(Engine engine) => None(await Crawl.Pages(engine), a =>
        a.Html!.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]").Select(e => e.OuterHtml)
            .Concat(a.Html.All.Where(e => e.Attributes.Any(t => t.Name.StartsWith("on", StringComparison.Ordinal))).Select(e => e.OuterHtml))
            .Select(f => f[..Math.Min(120, f.Length)]));

    [Theory, BothEngines]
    public async Task Is_guarded_by_headers(Engine engine) => None(await Crawl.Answers(engine), a =>
        from expected in new (string Name, string Part)[]
        {
            ("Content-Security-Policy", "script-src 'self';"), ("Content-Security-Policy", "style-src 'self';"),
            ("Content-Security-Policy", "frame-ancestors 'none'"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin"), ("Permissions-Policy", "geolocation=()"),
        }
        where !(a.Headers.GetValueOrDefault(expected.Name) ?? "").Contains(expected.Part, StringComparison.Ordinal)
        select $"{expected.Name} lacks {expected.Part}");

    [Theory, BothEngines]
    public async Task Sets_no_cookie_but_where_people_sign_in_or_apply(Engine engine) => None(await Crawl.Answers(engine), a =>
        a.Headers.ContainsKey("Set-Cookie") && a.Route is not ("/prihlaseni" or "/zapomenute-heslo" or "/pozvanka/{Code}" or "/vyjadreni/zadost" or "/zamery/nabidka/zacatek" or "/zamery/nabidka/{Code}/{Number}" or "/zamery/nabidka/potvrzeni/{Code}") ? ["sets a cookie"] : []);

    /// <summary>A reason of a line or two is written again quickly; a longer text is not.</summary>
    [Theory, BothEngines]
    public async Task Saves_by_itself_what_is_written_at_length(Engine engine) => None(await Crawl.Pages(engine), a =>
        a.Route.StartsWith("/prace", StringComparison.Ordinal)
            ? a.Html!.QuerySelectorAll("form[method=post] textarea").Where(t => int.Parse(t.GetAttribute("maxlength") ?? "0", CultureInfo.InvariantCulture) > 4000 && t.Closest("v-autosave") is null).Select(t => $"{t.Id} is not saved by itself")
            : []);

    [Theory, BothEngines]
    public async Task Asks_the_database_little(Engine engine) => None(await Crawl.Answers(engine), a =>
        a.Statements.Count > Budget.Of(a.Route) ? [$"{a.Statements.Count} statements, not {Budget.Of(a.Route)}"] : []);

    private static IEnumerable<string> Faults(Answer answer, IHtmlDocument page)
    {
        if (page.DocumentElement.GetAttribute("lang") != answer.Language)
        {
            yield return $"lang is {page.DocumentElement.GetAttribute("lang")}";
        }

        if (string.IsNullOrWhiteSpace(page.Title))
        {
            yield return "no title";
        }

        foreach (var once in (string[])["main", "h1", "body > header, body > div > header", "body > footer, body > div > footer"])
        {
            if (page.QuerySelectorAll(once).Length != 1)
            {
                yield return $"{page.QuerySelectorAll(once).Length} × {once}";
            }
        }

        foreach (var twice in page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).CountBy(id => id!).Where(c => c.Value > 1))
        {
            yield return $"id {twice.Key} twice";
        }

        foreach (var label in page.QuerySelectorAll("[for]").Where(l => page.GetElementById(l.GetAttribute("for")!) is null))
        {
            yield return $"label for nothing: {label.GetAttribute("for")}";
        }

        foreach (var jump in page.QuerySelectorAll("a[href^='#']").Where(l => l.GetAttribute("href") is { Length: > 1 } to && page.GetElementById(Uri.UnescapeDataString(to[1..])) is null))
        {
            yield return $"link to nothing: {jump.GetAttribute("href")}";
        }

        foreach (var mute in page.QuerySelectorAll("a[href], button").Where(l => string.IsNullOrWhiteSpace(Name(l))))
        {
            yield return $"no name: {mute.OuterHtml}";
        }

        foreach (var picture in page.QuerySelectorAll("img:not([alt])"))
        {
            yield return $"no alt: {picture.OuterHtml}";
        }

        var level = 0;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5"))
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1)
            {
                yield return $"h{next} under h{level}: {heading.TextContent.Trim()}";
            }

            level = next;
        }
    }

    private static string Name(IElement element) =>
        element.TextContent + element.GetAttribute("aria-label") + element.GetAttribute("aria-labelledby") + element.QuerySelector("img, title")?.GetAttribute("alt");

    private static void None(IReadOnlyList<Answer> answers, Func<Answer, IEnumerable<string>> faults)
    {
        Assert.True(answers.Count > 20, $"only {answers.Count} addresses");
        var found = answers.SelectMany(a => faults(a).Select(f => (a.Route, Fault: f, a.Address))).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Take(40).Select(f => $"{f.Address} ({f.Route}): {f.Fault}")) + $"\n{found.Count} faults");
    }
}
