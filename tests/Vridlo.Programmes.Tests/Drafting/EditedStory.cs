using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Testing;

namespace Vridlo.Programmes.Tests.Drafting;

/// <summary>Who answers for a part of a plan is told when others change it in a draft.</summary>
public sealed class EditedStory
{
    [Theory, BothEngines]
    public async Task Those_who_answer_for_what_is_changed_are_told_and_nobody_else(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (programme, nodes) = await Programme(site);
        await site.Employ("oblast@example.org", new Grant(Role.Owner, programme, nodes["8"]));
        await site.Employ("garant@example.org", new Grant(Role.Guarantor, programme, nodes["8.2"]));
        await site.Employ("vedle@example.org", new Grant(Role.Owner, programme, nodes["9"]));
        await site.Employ("celek@example.org", new Grant(Role.Owner, programme));
        await site.Employ("vsude@example.org", new Grant(Role.Owner));
        await site.Employ("cte@example.org", new Grant(Role.Reader, programme, nodes["8.2"]));
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        Assert.Empty(await site.Told("programmes.draft.edited"));

        await strategist.Done($"{draft}/uzel/{nodes["8.2"].Value}", "texts", new() { ["title"] = "Jinak" });
        Assert.Equal(["celek", "garant", "oblast"], await site.Told("programmes.draft.edited"));
        await Read(site);

        // Nobody is told of the own act.
        using var area = await site.SignIn("oblast@example.org");
        await area.Done($"{draft}/uzel/{nodes["8.2"].Value}", "texts", new() { ["title"] = "Podle gestora" });
        Assert.Equal(["celek", "garant"], await site.Told("programmes.draft.edited"));
        await Read(site);

        // Where it stood and where it stands; then whoever answers for what is dropped, and for what it is dropped from.
        await strategist.Done($"{draft}/uzel/{nodes["8.2"].Value}/presunout", "move", new() { ["parent"] = nodes["9"].Value.ToString() });
        Assert.Equal(["celek", "garant", "oblast", "vedle"], await site.Told("programmes.draft.edited"));
        await Read(site);
        await strategist.Done($"{draft}/uzel/{nodes["8.2"].Value}/vypustit", "drop");
        Assert.Equal(["celek", "garant", "vedle"], await site.Told("programmes.draft.edited"));
        await Read(site);
        await strategist.Done($"{draft}/pridat?under={nodes["8"].Value}", "add", new() { ["kind"] = "Measure", ["code"] = "8.99", ["title"] = "Nové" });
        Assert.Equal(["celek", "oblast"], await site.Told("programmes.draft.edited"));
        await Read(site);

        // A sibling that makes room is not changed by that; what is put into another order is.
        var outline = await strategist.Page(draft);
        var row = outline.QuerySelectorAll("li[data-node]").First(r => r.QuerySelector(".v-code")!.TextContent == "9");
        await strategist.Done(draft, "outline", new() { ["do"] = $"up.{nodes["9"].Value}.{row.GetAttribute("data-version")}" });
        Assert.Equal(["celek", "vedle"], await site.Told("programmes.draft.edited"));
    }

    [Theory, BothEngines]
    public async Task Many_acts_are_one_notice_until_it_is_read_sent_or_of_yesterday(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (programme, nodes) = await Programme(site);
        await site.Employ("denne@example.org", new Grant(Role.Owner, programme, nodes["8"]));
        await site.Employ("hned@example.org", new Grant(Role.Owner, programme, nodes["8"]));
        using (var own = await site.SignIn("hned@example.org"))
        {
            await own.Done("/prace/ja/oznameni", "pace", new() { ["pace"] = "AtOnce" });
        }

        await site.Employ("strateg@example.org", new Grant(Role.Strategist));
        using var strategist = await site.SignIn("strateg@example.org");
        var (first, second) = (await strategist.Amend(), await strategist.Amend("zmena-10"));
        await Edit(strategist, first, "Poprvé");
        await Edit(strategist, first, "Podruhé");
        Assert.Equal(["denne", "hned"], await site.Told("programmes.draft.edited"));
        await Edit(strategist, second, "V jiném konceptu");
        Assert.Equal(["denne", "denne", "hned", "hned"], await site.Told("programmes.draft.edited"));
        Assert.Equal(2, await Letters(site));

        // The title is not public, so a letter does not name it; the page does, and leads to what differs.
        using (var own = await site.SignIn("denne@example.org"))
        {
            var list = await own.Page("/prace/oznameni");
            Assert.Contains("Změny konceptu v části, za kterou odpovídáte", list.QuerySelector("tbody tr")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
            Assert.Contains("Změna č. 9, zkušební", list.QuerySelector("tbody tr")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
            var led = new List<string>();
            foreach (var link in list.QuerySelectorAll("tbody a.v-rowlink"))
            {
                using var opened = await own.Get(link.GetAttribute("href")!);
                led.Add(opened.Headers.Location!.ToString());
            }

            Assert.Equal(((string[])[first + "/zmeny", second + "/zmeny"]).Order(), led.Order());
        }

        await Edit(strategist, first, "Po přečtení");
        Assert.Equal(["denne", "hned", "hned"], await site.Told("programmes.draft.edited"));
        Assert.Equal(2, await Letters(site));

        site.Clock.Now += Duration.FromDays(1);
        using var tomorrow = await site.SignIn("strateg@example.org");
        await Edit(tomorrow, first, "Zítra");
        Assert.Equal(3, await Letters(site));

        async Task Edit(Worker worker, string draft, string title) => await worker.Done($"{draft}/uzel/{nodes["8.2"].Value}", "texts", new() { ["title"] = title });
    }

    /// <summary>What a measure needs stands with it: whoever answers for it is told, and reads in the history what is needed no more.</summary>
    [Theory, BothEngines]
    public async Task What_a_measure_needs_concerns_who_answers_for_it(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (programme, nodes) = await Programme(site);
        await site.Employ("gestor-8@example.org", new Grant(Role.Owner, programme, nodes["8.2"]));
        await site.Employ("gestor-1@example.org", new Grant(Role.Owner, programme, nodes["1.2"]));
        await site.Employ("gestor-3@example.org", new Grant(Role.Owner, programme, nodes["3"]));
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = (await strategist.Amend()).Split('/')[^1];
        var machine = await strategist.Machine(site, "programmes.edit", "programmes.read-drafts");
        var added = await Need(nodes["8.2"], null);
        Assert.Equal(["gestor-8"], await site.Told("programmes.draft.edited"));
        await Read(site);
        var moved = await Need(nodes["1.2"], added.Version());
        Assert.Equal(["gestor-1", "gestor-8"], await site.Told("programmes.draft.edited"));
        await Read(site);
        await machine.Done(HttpMethod.Delete, $"/drafts/{draft}/needs/n-77?version={moved.Version()}");
        Assert.Equal(["gestor-1"], await site.Told("programmes.draft.edited"));

        using var owner = await site.SignIn("gestor-1@example.org");
        var reader = await owner.Machine(site, "history.read", "programmes.read-drafts");
        Assert.Contains("programmes.draft.act.drop-need", (await reader.Read("/history")).GetProperty("rows").EnumerateArray().Select(i => i.GetProperty("kind").GetString()));

        Task<JsonElement> Need(NodeId measure, int? version) =>
            machine.Done(HttpMethod.Put, $"/drafts/{draft}/needs/n-77", new { measure = measure.Value, kind = "register", title = new { cs = "Registr" }, version });
    }

    [Theory, BothEngines]
    public async Task What_is_undone_is_told_too(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (programme, nodes) = await Programme(site);
        await site.Employ("gestor@example.org", new Grant(Role.Owner, programme, nodes["8"]));
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        var draft = await strategist.Amend();
        var machine = await strategist.Machine(site, "programmes.edit", "programmes.read-drafts", "history.read");
        await strategist.Done($"{draft}/uzel/{nodes["8.2"].Value}", "texts", new() { ["title"] = "Omylem" });
        await Read(site);
        var act = await site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM record_act WHERE kind = 'programmes.draft.act.texts'").SingleAsync());
        await machine.Done(HttpMethod.Post, $"/history/{act}/undo", new { });
        Assert.Equal(["gestor"], await site.Told("programmes.draft.edited"));
    }

    private static async Task<(ProgrammeId Id, Dictionary<string, NodeId> Nodes)> Programme(Site site) => await site.Within.In(async unit =>
    {
        var ledger = unit.GetRequiredService<IProgrammeLedger>();
        var edition = (await ledger.Editions("prkk-2021", default))[0];
        return (edition.ProgrammeId, (await ledger.Tree(edition.Id, default)).ToDictionary(n => n.Code, n => n.Id));
    });

    private static Task<int> Read(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.ExecuteSqlAsync($"UPDATE discussion_notice SET read_at = at"));

    private static Task<int> Letters(Site site) => site.Within.In(unit => unit.GetRequiredService<AppDb>().Database.SqlQuery<Guid>(
        $"SELECT l.id AS \"Value\" FROM mail_letter l JOIN access_person p ON p.id = l.person_id WHERE l.kind = 'discussion.notices' AND p.name = 'hned' AND l.body NOT LIKE '%zkušební%'").CountAsync());
}
