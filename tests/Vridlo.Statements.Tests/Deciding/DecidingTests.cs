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
        await site.Ask();
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
        Assert.True((await Undo(site)).Ok);
        Assert.Equal(Stage.Decided, await Stages(site));
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
        using var stranger = await site.SignedIn(other);
        Assert.Contains("S-0001", (await stranger.Page("/prace")).QuerySelector("main")!.TextContent);
        using var refused = await stranger.Send("/prace/vyjadreni/S-0001/rozhodnuti", "decision", Asked.Decision);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var owner = await site.SignedIn(own);
        Assert.Null((await stranger.Page("/prace/vyjadreni/S-0001")).QuerySelector("#aside"));
        Assert.NotNull((await owner.Page("/prace/vyjadreni/S-0001")).QuerySelector("#aside"));
        using var nothing = await owner.Send("/prace/vyjadreni/S-0001/rozhodnuti", "decision", Asked.Decision.With(new() { ["node"] = "", ["outcome"] = "NotAssessable" }));
        Assert.Equal(HttpStatusCode.Forbidden, nothing.StatusCode);
        await owner.Decide("S-0001");
        using var notIssued = await stranger.Send("/prace/vyjadreni/S-0001", "issue");
        Assert.Equal(HttpStatusCode.Forbidden, notIssued.StatusCode);
        await owner.Issue("S-0001");
        using var notWithdrawn = await stranger.Send("/prace/vyjadreni/S-0001", "withdraw", new() { ["withdrawWhy"] = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, notWithdrawn.StatusCode);
        using var template = await owner.Upload("/prace/vyjadreni/sablona", "template", "file", "s.docx", await Usual(owner));
        Assert.Equal(HttpStatusCode.Forbidden, template.StatusCode);

        using var reader = await site.SignedIn(new Grant(Role.Reader));
        foreach (var address in (string[])["/prace/vyjadreni", "/prace/vyjadreni/S-0001", "/prace/vyjadreni/S-0001/rozhodnuti", "/prace/vyjadreni/zadost", "/prace/vyjadreni/sablona", "/prace/vyjadreni/S-0001/dopis.docx", "/prace/vyjadreni.csv"])
        {
            using var never = await reader.Get(address);
            Assert.True(never.StatusCode is HttpStatusCode.Forbidden, address);
            using var nobody = await site.Get(address);
            Assert.True(nobody.StatusCode is HttpStatusCode.SeeOther, $"{address}: {nobody.StatusCode}");
        }
    }

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
