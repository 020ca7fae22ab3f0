using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Pages;

/// <summary>
/// Every address that links lead to from the three front pages, some of each shape. The installation holds the shipped
/// programme in two editions and the programme of a town, so that every sort of page has something to show.
/// </summary>
public static partial class Crawl
{
    private const int OfEachShape = 2;
    private const string RouteHeader = "X-Test-Route";

    private static readonly Dictionary<Engine, Lazy<Task<Crawled>>> Done =
        Enum.GetValues<Engine>().ToDictionary(e => e, e => new Lazy<Task<Crawled>>(() => Run(e)));

    public static async Task<IReadOnlyList<Answer>> Answers(Engine engine) => (await Done[engine].Value).Answers;

    public static async Task<IReadOnlyList<RouteEndpoint>> Endpoints(Engine engine) => (await Done[engine].Value).Endpoints;

    public static async Task<IReadOnlyList<Answer>> Pages(Engine engine) => [.. (await Answers(engine)).Where(a => a.Html is not null)];

    private static async Task<Crawled> Run(Engine engine)
    {
        await using var site = await Site.Shipped(engine, services => services.AddSingleton<IStartupFilter, TellRoute>());
        await using (var commands = site.Commands())
        {
            Assert.True((await commands.Enter(Package.Later())).Ok);
            Assert.True((await commands.Enter(Package.Town())).Ok);
        }

        await (await site.Get("/")).Content.ReadAsStringAsync();
        var invited = await site.Invited();
        using var worker = await site.SignedIn(new Grant(Role.Administrator));
        var draft = await worker.Amend();
        string[] drafted = [draft, await OnlyDrafted(worker, draft), .. await Needs(worker, draft), await Refused(worker)];
        await worker.Done("/prace/zpravy-o-uplatnovani", "midterm", new()
        {
            ["edition"] = "prkk-2021/2021", ["title"] = "Zpráva o uplatňování", ["on"] = "2025-12-31", ["resolution"] = "ZK 5/02/26", ["resolvedOn"] = "2026-02-02",
        });
        var (answers, seen, shapes) = (new List<Answer>(), new HashSet<string>(), new Dictionary<string, int>());
        var open = new Queue<string>(["/", "/en", "/de", "/programy/ostrov-2026", .. Apart(site), .. InEachLanguage(site, [invited, "/prace", .. drafted, await Unsent(worker), .. await Said(site), await Entered(worker), .. await Stated(site, worker), .. await Offered(site, worker)])]);
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address) || !Reads(engine, address) || Take(shapes, address) > OfEachShape)
            {
                continue;
            }

            var answer = await Asked(site, worker, address);
            answers.Add(answer);
            foreach (var link in answer.Html?.QuerySelectorAll("a[href], link[href], img[src], script[src], form:not([method=post])[action]") ?? (IEnumerable<AngleSharp.Dom.IElement>)[])
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!;
                if (target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal))
                {
                    open.Enqueue(target.Split('#')[0]);
                }
            }
        }

        return new(answers, site.Endpoints);
    }

    /// <summary>The list of programmes, and what stays of a replaced edition: little leads there.</summary>
    private static IEnumerable<string> Apart(Site site) =>
        from path in (string[])["", "/prkk-2021/vydani/2021/pokryti", "/prkk-2021/vydani/2021/povedlo-se", "/prkk-2021/vydani/2021/dokument/1"]
        from language in Enum.GetValues<Language>()
        select site.Services.GetRequiredService<Addresses>().In("/programy" + path, language);

    /// <summary>The languages do not know of the engine, so all of them are gone through on one, and Czech on the other.</summary>
    private static bool Reads(Engine engine, string address) => engine is Engine.Sqlite || !(address + "/").StartsWith("/en/", StringComparison.Ordinal) && !(address + "/").StartsWith("/de/", StringComparison.Ordinal);

    private static IEnumerable<string> InEachLanguage(Site site, params IReadOnlyList<string> paths) =>
        from path in paths
        from language in Enum.GetValues<Language>()
        select site.Services.GetRequiredService<Addresses>().In(path, language);

    /// <summary>What a measure of a draft needs, and the form for another need.</summary>
    private static async Task<IReadOnlyList<string>> Needs(Worker worker, string draft)
    {
        var measure = (await worker.Page(draft)).QuerySelector("li[data-kind=Measure] a")!.GetAttribute("href")!;
        return [.. (await worker.Page(measure)).QuerySelectorAll("a[href*='/nastroj']").Select(a => a.GetAttribute("href")!)];
    }

    /// <summary>Who may do what at an area that stands in no edition.</summary>
    private static async Task<string> OnlyDrafted(Worker worker, string draft)
    {
        var outline = await worker.Done(draft + "/pridat", "add", new() { ["kind"] = "Area", ["code"] = "99", ["title"] = "Jen v konceptu" });
        return "/prace/prava/uzel/" + outline.QuerySelectorAll("li[data-kind=Area]").First(a => a.QuerySelector(".v-code")!.TextContent == "99").GetAttribute("data-node");
    }

    /// <summary>An upload that was read and of which nothing came.</summary>
    private static async Task<string> Refused(Worker worker)
    {
        using var sent = await worker.Upload("/prace/koncepty/import", "import", "file", "rozbity.pdf", "%PDF-1.7 nic"u8.ToArray(), new() { ["code"] = "mesto-2028", ["edition"] = "1" });
        var address = new Uri(new("http://x"), sent.Headers.Location!).AbsolutePath;
        while ((await worker.Page(address)).QuerySelector("[role=alert]") is null)
        {
            await Task.Delay(100);
        }

        return address;
    }

    /// <summary>A form from an old page, kept to be sent again.</summary>
    private static async Task<string> Unsent(Worker worker)
    {
        using var answer = await worker.Post("/prace/ja", new FormUrlEncodedContent([new("name", "Dlouhý text"), new("_handler", "profile")]));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>A project with money, so that there are a fund, an organisation and an entry too.</summary>
    private static async Task<string> Entered(Worker worker)
    {
        await worker.Done("/prace/penize/novy", "fund", new() { ["code"] = "kap-18", ["title"] = "Rozpočet kraje, kapitola 18", ["payer"] = "Region", ["currency"] = "Czk" });
        await worker.Done("/prace/penize/kap-18", "budget", new() { ["year"] = "2026", ["kind"] = "Approved", ["amount"] = "1 000 000" });
        await worker.Done("/prace/penize/novy", "fund", new() { ["code"] = "interreg", ["title"] = "Interreg Bavorsko–Česko", ["payer"] = "Eu", ["currency"] = "Eur" });
        await worker.Done("/prace/penize/kurzy", "rate", new() { ["currency"] = "Eur", ["day"] = "2026-01-02", ["rate"] = "24,335", ["source"] = "ČNB" });
        await worker.Done("/prace/subjekty/novy", "organisation", new() { ["name"] = "Lázně Šabina" });
        await worker.Done("/prace/projekty/novy", "project", new()
        {
            ["title"] = "Lávka přes Ohři", ["bearerNumber"] = "70891168", ["bearerName"] = "Karlovarský kraj", ["link-0"] = "4.1", ["starts"] = "2026", ["ends"] = "2027", ["place"] = "554979", ["shape"] = "LINESTRING (12.62 50.13, 12.63 50.135)",
        });
        await worker.Done("/prace/projekty/P-0001/penize", "sum", new() { ["kind"] = "Committed", ["fund"] = "kap-18", ["year"] = "2026", ["amount"] = "1000" });
        await worker.Done("/prace/projekty/P-0001/penize", "plan", new() { ["fund-0"] = "interreg", ["year-0"] = "2027", ["sum-0"] = "500" });
        await worker.Done("/prace/projekty/P-0001/casti/milniky", "part", new() { ["title-0"] = "Stavební povolení", ["day-0"] = "3Q/2026" });
        await worker.Done("/prace/projekty/P-0001/casti/vysledky", "part", new() { ["indicator-0"] = "Délka lávky", ["unit-0"] = "m", ["target-0"] = "85" });
        await worker.Done("/prace/projekty/P-0001/casti/partneri", "part", new() { ["organisation-0"] = "70891168" });
        using var sheet = await worker.Get("/prace/projekty/tabulka");
        using var sent = await worker.Upload("/prace/projekty/nacist", "sheet", "file", "projekty.xlsx", await sheet.Content.ReadAsByteArrayAsync());
        await worker.Done("/prace/projekty/P-0001/penize", "keys", new() { ["contracts"] = "KK 12/2026", ["events"] = "4711" });
        var attachments = (await worker.Page("/prace/projekty/P-0001")).QuerySelector("a[href*='/prace/prilohy/']")!.GetAttribute("href")!;
        using var attached = await worker.Upload(attachments, "attachment", "file", "povoleni.pdf", "%PDF-1.7"u8.ToArray(), new() { ["public"] = "1" });
        await Accounted(worker);
        return "/prace/projekty/P-0001";
    }

    /// <summary>The accounting of a year, and a file that waits.</summary>
    private static async Task Accounted(Worker worker)
    {
        await worker.Done("/prace/ucetnictvi/novy", "source", new() { ["code"] = "kraj", ["name"] = "Účetnictví kraje", ["organisation"] = "70891168", ["defaultFund"] = "kap-18" });
        const string File = "type;paragraph;item;unit;event;amount;date;counterpartyId;counterpartyName;description\nROZ;2212;6121;;4711;100;;;;\nKDF;2212;6121;;4711;90;2026-03-12;70891168;Karlovarský kraj;etapa\n;0;4216;;4711;50;;;;\n;;8115;;;40;;;;\n";
        using var sent = await worker.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "ucto.csv", System.Text.Encoding.UTF8.GetBytes(File));
        await worker.Done(new Uri(new("http://x"), sent.Headers.Location!).AbsolutePath, "accept");
        using var waiting = await worker.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "ucto.csv", System.Text.Encoding.UTF8.GetBytes(File + "KDF;2212;6121;;1;5;;123;Jana;\n"));
        using var wrong = await worker.Upload("/prace/ucetnictvi/kraj/soubor", "upload", "file", "rozbity.csv", "paragraph;item;amount\n2212;x;y\n"u8.ToArray());
    }

    /// <summary>An application that was decided and issued, one that waits, and a template: their pages, and the one that an applicant is shown.</summary>
    private static async Task<IReadOnlyList<string>> Stated(Site site, Worker worker)
    {
        Dictionary<string, string> typed = new()
        {
            ["applicant"] = "Karlovarský kraj", ["companyNumber"] = "70891168", ["seat"] = "Závodní 353/88", ["contactName"] = "Jana Nová", ["mail"] = "jana@example.org", ["title"] = "Lávka přes Teplou",
            ["place"] = "554979", ["description"] = "Lávka.", ["aim"] = "Bezpečná cyklistická doprava.", ["outputs"] = "Lávka.", ["cost"] = "1 mil. Kč", ["claimed-0"] = "4.1",
        };
        using var citizen = new Worker(site.Client.BaseAddress!);
        using var sent = await citizen.Send("/vyjadreni/zadost", "application", typed);
        await worker.Done("/prace/vyjadreni/zadost", "application", typed);
        await worker.Done("/prace/vyjadreni/S-0001/rozhodnuti", "decision", new() { ["more"] = "4.1", ["outcome"] = "InAccord", ["reasons"] = "Naplňuje.", ["signatory"] = "Ing. Nový" });
        await worker.Done("/prace/vyjadreni/S-0001", "issue");
        await worker.Done("/prace/vyjadreni/S-0001", "about", new() { ["project"] = "P-0001" });
        using var usual = await worker.Get("/prace/vyjadreni/sablona/vychozi.docx");
        using var taken = await worker.Upload("/prace/vyjadreni/sablona", "template", "file", "dopis.docx", await usual.Content.ReadAsByteArrayAsync());
        await worker.Page("/prace/vyjadreni/sablona");
        return ["/prace/vyjadreni", "/prace/vyjadreni/S-0001", "/prace/vyjadreni/S-0002", "/prace/vyjadreni/sablona", "/vyjadreni/zadost", new Uri(site.Client.BaseAddress!, sent.Headers.Location!).AbsolutePath];
    }

    /// <summary>An offer that waits beside a project like it, and one that is being written: their pages, and those of whoever has the link.</summary>
    private static async Task<IReadOnlyList<string>> Offered(Site site, Worker worker)
    {
        using var citizen = new Worker(site.Client.BaseAddress!);
        var (sent, unsent) = (await Written(citizen, "jana@example.org"), await Written(citizen, "petr@example.org"));
        await Led(citizen, sent + "/5", "send", []);
        var letter = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT body AS \"Value\" FROM mail_letter WHERE kind = 'projects.offers.confirm' ORDER BY id DESC LIMIT 1").FirstAsync());
        var confirm = new Uri(OfLetter().Match(letter).Value).AbsolutePath;
        await Led(citizen, confirm, "confirm", []);
        await worker.Page("/prace/zamery/N-0001");
        return ["/zamery/nabidka", "/zamery/nabidka/zacatek", sent, confirm, unsent, unsent + "/3", unsent + "/4", unsent + "/5", "/prace/zamery", "/prace/zamery/N-0001", "/prace/zamery/N-0001/srovnani?project=P-0001"];
    }

    private static async Task<string> Written(Worker citizen, string mail)
    {
        var second = await Led(citizen, "/zamery/nabidka/zacatek", "who", new() { ["organisation"] = "Karlovarský kraj", ["companyNumber"] = "70891168", ["contactName"] = "Jana Nová", ["mail"] = mail });
        var third = await Led(citizen, second, "step", new() { ["title"] = "Lávka přes Ohři", ["description"] = "Lávka.", ["need"] = "Bezpečná cyklistická doprava.", ["place"] = "554979" });
        var fourth = await Led(citizen, third, "step", new() { ["link-0"] = "4.1" });
        var fifth = await Led(citizen, fourth, "step", new() { ["year-0"] = "2027", ["source-0"] = "rozpočet kraje", ["sum-0"] = "1 mil. Kč" });
        return fifth[..fifth.LastIndexOf('/')];
    }

    /// <summary>Sends a form and says where it leads.</summary>
    private static async Task<string> Led(Worker worker, string address, string form, Dictionary<string, string> typed)
    {
        using var answer = await worker.Send(address, form, typed);
        return answer.Headers.Location is { } to ? new Uri(new("http://x"), to).AbsolutePath : throw new InvalidOperationException($"{address}: {Worker.Said(await Worker.Read(answer))}");
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex OfLetter();

    /// <summary>Somebody else asks the administrator something of a measure: where it was said, the thread, and its change.</summary>
    private static async Task<IReadOnlyList<string>> Said(Site site)
    {
        var node = await site.Within.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            return (await ledger.Node((await ledger.Editions("prkk-2021", default))[0].Id, "4.1", default))!.Self.Id.Value;
        });
        using var other = await site.SignedIn(new Grant(Role.Guarantor));
        var page = $"/prace/pripominky/programme~node/{node}";
        var administrator = (await other.Page(page)).QuerySelector("input[name=to]")!.GetAttribute("value")!;
        using var answer = await other.Send(page, "comment", new() { ["kind"] = "Suggestion", ["text"] = "Proč?\n\nNení to jasné.", ["passage"] = "staré", ["proposal"] = "nové", ["to"] = administrator });
        var thread = new Uri(site.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath;
        return [page, thread, thread + "/uprava"];
    }

    /// <summary>What work in the background changes meanwhile is read anew once; a page that asks too much asks too much again.</summary>
    private static async Task<Answer> Asked(Site site, Worker worker, string address)
    {
        var answer = await Ask(site, worker, address);
        return answer.Statements.Count > Budget.Of(answer.Route) ? await Ask(site, worker, address) : answer;
    }

    /// <summary>Pages of the workspace are asked for by an administrator, all others by nobody.</summary>
    private static async Task<Answer> Ask(Site site, Worker worker, string address)
    {
        // Nothing that an earlier page has read may be in memory, so that the statements are all that a page can need.
        site.Services.GetRequiredService<PublicState>().Changed([IChangeFeed.Everything]);
        site.Statements.Forget();
        var path = site.Services.GetRequiredService<Addresses>().Read(address).Path;
        using var response = path == "/prace" || path.StartsWith("/prace/", StringComparison.Ordinal) ? await worker.Get(address) : await site.Get(address);
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var html = response.Content.Headers.ContentType?.MediaType == "text/html" ? new HtmlParser().ParseDocument(body) : null;
        return new(address, headers.GetValueOrDefault(RouteHeader) ?? "", response.StatusCode, headers, body, html, [.. site.Statements.Sent]);
    }

    private static int Take(Dictionary<string, int> shapes, string address) =>
        shapes[Shape(address)] = shapes.GetValueOrDefault(Shape(address)) + 1;

    /// <summary>What addresses of one sort of page have in common.</summary>
    internal static string Shape(string address)
    {
        var parts = address.Split('?', 2);
        var query = parts.Length > 1 ? string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0])) : "";
        return Varying().Replace(parts[0], "/*") + "?" + query;
    }

    /// <summary>Parts of an address that hold a digit or a long name are codes.</summary>
    [GeneratedRegex(@"/(?=[^/]*\d|[^/]{18,})[^/.]*(?:\.\d+)*")]
    private static partial Regex Varying();

    private sealed record Crawled(IReadOnlyList<Answer> Answers, IReadOnlyList<RouteEndpoint> Endpoints);

    private sealed class TellRoute : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[RouteHeader] = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                    return Task.CompletedTask;
                });
                return further();
            });
            next(app);
        };
    }
}

/// <summary>What an address answered.</summary>
public sealed record Answer(
    string Address,
    string Route,
    HttpStatusCode Status,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    IHtmlDocument? Html,
    IReadOnlyList<string> Statements)
{
    public string Language => Address.StartsWith("/en", StringComparison.Ordinal) ? "en" : Address.StartsWith("/de", StringComparison.Ordinal) ? "de" : "cs";

    public override string ToString() => $"{Address} ({Route})";
}
