using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Undo;
using Vridlo.Statements.Register;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests.Deciding;

public sealed class DecidingTests
{
    [Theory, BothEngines]
    public async Task What_is_wrong_is_said_at_its_field(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        (string Field, Dictionary<string, string> Typed, string Said)[] wrong =
        [
            ("outcome", new() { ["outcome"] = "" }, "Vyberte závěr"),
            ("outcome", new() { ["outcome"] = "77" }, "Vyberte závěr"),
            ("more", new() { ["node"] = "" , ["outcome"] = "InAccord" }, "aspoň jedno"),
            ("more", new() { ["more"] = "4.2, 99.9" }, "99.9"),
            ("more", new() { ["node"] = "4" }, "4"),
            ("reasons", new() { ["reasons"] = "" }, "Vyplňte toto pole"),
            ("signatory", new() { ["signatory"] = "" }, "Vyplňte toto pole"),
            ("validUntil", new() { ["validUntil"] = "1. 1. 2026" }, "v minulosti"),
            ("validUntil", new() { ["validUntil"] = "brzy" }, "není datum"),
        ];
        foreach (var (field, typed, said) in wrong)
        {
            using var answer = await officer.Send("/prace/vyjadreni/S-0001/rozhodnuti", "decision", Asked.Decision.With(typed));
            var page = await Worker.Read(answer);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, Asked.Plain(page.GetElementById($"f-{field}-error")?.TextContent ?? $"nothing at {field}"));
        }

        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Decision>().CountAsync()));
        await officer.Decide("S-0001", new() { ["node"] = "", ["outcome"] = "NotAssessable" });
    }

    [Theory, BothEngines]
    public async Task A_decision_is_changed_and_undone_until_it_is_issued_and_never_after(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        await site.Ask();
        await officer.Decide("S-0001");
        var again = await officer.Page("/prace/vyjadreni/S-0001/rozhodnuti");
        Assert.Equal("Ing. Petr Havel", again.QuerySelector<IHtmlInputElement>("#f-signatory")!.Value);
        Assert.Contains("4.2.1", again.QuerySelectorAll<IHtmlInputElement>("input[name=node]").Where(b => b.IsChecked).Select(b => b.Value).Append(again.QuerySelector<IHtmlInputElement>("#f-more")!.Value));
        await officer.Decide("S-0001", new() { ["outcome"] = "InAccord", ["node"] = "4.2" });
        Assert.Equal((Outcome.InAccord, "4.2"), await Standing(site));

        Assert.True((await Undo(site)).Ok);
        Assert.Equal((Outcome.Partly, "4.2.1"), await Standing(site));
        Assert.True((await Undo(site, skip: 2)).Ok);
        Assert.Equal(Stage.Received, await Stages(site));
        Assert.Null(await Standing(site));

        await officer.Decide("S-0001");
        var act = await Last(site);
        await officer.Issue("S-0001");
        Assert.Equal("statements.closed", (await Undo(site, act)).Problems[0].Code);
        using var late = await officer.Send("/prace/vyjadreni/S-0001/rozhodnuti", "decision", Asked.Decision);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal((Outcome.Partly, "4.2.1"), await Standing(site));
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_who_decide_is_told_and_what_was_set_aside_is_closed(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var officer = await site.SignedIn(new Grant(Role.Strategist));
        var (_, receipt) = await site.Ask();
        var before = await officer.Page("/prace/vyjadreni/S-0001/rozhodnuti");
        await officer.Decide("S-0001");
        using var second = await officer.Send("/prace/vyjadreni/S-0001/rozhodnuti", before, "decision", Asked.Decision.With(new() { ["outcome"] = "NotInAccord" }));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(Outcome.Partly, (await Standing(site))!.Value.Outcome);

        using var bare = await officer.Send("/prace/vyjadreni/S-0001", "aside");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var aside = await officer.Done("/prace/vyjadreni/S-0001", "aside", new() { ["asideWhy"] = "Žadatel vzal žádost zpět." });
        Assert.Contains("Žadatel vzal žádost zpět.", aside.QuerySelector("main")!.TextContent);
        Assert.Null(aside.QuerySelector("input[value=issue]"));
        Assert.DoesNotContain("S-0001", (await officer.Page("/prace")).QuerySelector("main")!.TextContent);

        // The applicant is told why by the letter, and that it is open again. The page says no reason: before there was such a letter it was a note for colleagues.
        var told = Asked.Plain((await site.Letters())[^1]);
        Assert.Contains("Žádost S-0001 byla odložena", told);
        Assert.Contains("Důvod: Žadatel vzal žádost zpět.", told);
        Assert.Contains(receipt, told);
        var shown = (await site.Page(receipt)).QuerySelector("main")!.TextContent;
        Assert.Contains("odložena bez", shown);
        Assert.DoesNotContain("Žadatel vzal žádost zpět.", shown);
        Assert.True((await Undo(site)).Ok);
        Assert.Equal(Stage.Decided, await Stages(site));
        Assert.Contains("Žádost S-0001 znovu posuzujeme", (await site.Letters())[^1]);
    }

    [Theory, BothEngines]
    public async Task Who_answers_for_a_measure_decides_what_names_it_and_readers_decide_nothing(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Ask();
        var (own, other) = await site.Within.In(async unit =>
        {
            var programme = unit.GetRequiredService<OwnProgramme>();
            var (edition, tree) = (await programme.Edition(default), await programme.Tree(default));
            Grant At(string code) => new(Role.Owner, edition!.ProgrammeId, tree.First(n => n.Code == code).Id);
            return (At("4"), At("1"));
        });
        await site.Ask(new() { ["claimed-1"] = "1.1" });
        using var stranger = await site.SignedIn(other);
        var elsewhere = await stranger.Machine(site, StatementRights.Decide);
        var decided = new { version = 1, outcome = "partly", nodes = new[] { "1.1" }, reasons = "x", signatory = "x" };
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Put("/statements/applications/S-0001/decision", decided)).Status);
        using var owner = await site.SignedIn(own);
        Assert.Equal(["S-0002"], await Tasks(stranger));
        Assert.Equal(["S-0001", "S-0002"], await Tasks(owner));
        Assert.Empty(await Forms(stranger, "/prace/vyjadreni/S-0001"));
        Assert.Empty(await Forms(stranger, "/prace/vyjadreni/S-0001/rozhodnuti"));
        Assert.Superset(new HashSet<string> { "about", "aside" }, (await Forms(owner, "/prace/vyjadreni/S-0001")).ToHashSet());

        // What both may decide is of whoever answers for what was decided; the other one is told.
        var seen = await stranger.Page("/prace/vyjadreni/S-0002/rozhodnuti");
        await owner.Decide("S-0002");
        using var refused = await stranger.Send("/prace/vyjadreni/S-0002/rozhodnuti", seen, "decision", Asked.Decision.With(new() { ["node"] = "1.1" }));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("O této žádosti rozhoduje", Asked.Plain(Worker.Said(await Worker.Read(refused))));
        using var nothing = await owner.Send("/prace/vyjadreni/S-0001/rozhodnuti", "decision", Asked.Decision.With(new() { ["node"] = "", ["outcome"] = "NotAssessable" }));
        Assert.Equal(HttpStatusCode.Forbidden, nothing.StatusCode);
        await owner.Decide("S-0001");
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Post("/statements/applications/S-0001/issue", new { version = 2 })).Status);
        Assert.Empty(await Forms(stranger, "/prace/vyjadreni/S-0001"));
        await owner.Issue("S-0001");
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Post("/statements/applications/S-0001/withdrawal", new { version = 3, why = "x" })).Status);
        Assert.Empty(await Forms(stranger, "/prace/vyjadreni/S-0001"));
        Assert.Superset(new HashSet<string> { "correct", "withdraw" }, (await Forms(owner, "/prace/vyjadreni/S-0001")).ToHashSet());
        using var template = new MultipartFormDataContent { { new ByteArrayContent(await Usual(owner)), "file", "s.docx" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await (await owner.Machine(site, StatementRights.Decide)).Ask(HttpMethod.Post, "/statements/templates", template)).Status);
        Assert.Empty(await Forms(owner, "/prace/vyjadreni/sablona"));

        using var reader = await site.SignedIn(new Grant(Role.Reader));
        foreach (var address in (string[])["/prace/vyjadreni", "/prace/vyjadreni/S-0001", "/prace/vyjadreni/S-0001/rozhodnuti", "/prace/vyjadreni/S-0001/uprava", "/prace/vyjadreni/zadost", "/prace/vyjadreni/sablona", "/prace/vyjadreni/S-0001/dopis.docx", "/prace/vyjadreni.csv"])
        {
            using var never = await reader.Get(address);
            Assert.True(never.StatusCode is HttpStatusCode.Forbidden, address);
            using var nobody = await site.Get(address);
            Assert.True(nobody.StatusCode is HttpStatusCode.SeeOther, $"{address}: {nobody.StatusCode}");
        }
    }

    /// <summary>The file numbers of the applications that wait for somebody.</summary>
    private static async Task<List<string>> Tasks(Worker worker) =>
        [.. (await worker.Page("/prace")).QuerySelectorAll("main a[href^='/prace/vyjadreni/S-']").Select(a => a.GetAttribute("href")![^6..]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The names of the forms that a page has for its own work.</summary>
    private static async Task<List<string>> Forms(Worker worker, string address) =>
        [.. (await worker.Page(address)).QuerySelectorAll("main form[method=post] input[name=_handler]").Select(h => h.GetAttribute("value")!)];

    private static async Task<byte[]> Usual(Worker worker)
    {
        using var answer = await worker.Get("/prace/vyjadreni/sablona/vychozi.docx");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static Task<(Outcome Outcome, string Codes)?> Standing(Site site) => site.Within.In(async unit =>
        await unit.GetRequiredService<AppDb>().Set<Decision>().SingleOrDefaultAsync() is { } one ? (one.Outcome, one.Codes) : ((Outcome, string)?)null);

    private static Task<Stage> Stages(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Application>().Select(a => a.Stage).SingleAsync());

    private static Task<Guid> Last(Site site, int skip = 0) => site.Within.In(async unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return await (await unit.GetRequiredService<Core.History.ReadHistory>().Acts(default)).Where(a => a.Kind.StartsWith("statements.") || a.Kind == UndoAct.Kind).OrderByDescending(a => a.Sequence).Skip(skip).Select(a => a.Id).FirstAsync();
    });

    private static async Task<Base.Result<bool>> Undo(Site site, int skip = 0) => await Undo(site, await Last(site, skip));

    private static Task<Base.Result<bool>> Undo(Site site, Guid act) => site.Within.In(unit =>
    {
        unit.GetRequiredService<Asker>().Become(Actor.System);
        return unit.GetRequiredService<UndoAct>().Run(act, "omyl", default);
    });
}
