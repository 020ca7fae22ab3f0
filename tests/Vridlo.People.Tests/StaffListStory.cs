using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>The list of people stands for every list of the workspace: columns, saved views, files, and what is done to many rows.</summary>
public sealed class StaffListStory
{
    // Not understood yet: the preview of three people has answered 500 once. It must run again with every ./test when it is.
    [Theory, BothEngines]
    public async Task Many_get_a_role_in_one_act_after_a_preview_that_says_what_is_refused(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var (adam, eva) = (await site.Employ("adam@example.org"), await site.Employ("eva@example.org", new Grant(Role.Owner)));
        var third = await site.Employ("bara@example.org");
        var list = await boss.Page("/prace/lide");
        string Row(string name) => list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("[name=row]")!.GetAttribute("value")!;
        var address = $"/prace/lide/hromadne?do=give&choice=Owner&row={Row("adam")}&row={Row("eva")}";
        var preview = await boss.Page(address);
        Assert.Equal(2, preview.QuerySelectorAll("main tbody tr").Length);
        Assert.StartsWith("Nic:", preview.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("eva", StringComparison.Ordinal)).LastElementChild!.TextContent, StringComparison.Ordinal);
        Assert.Contains("row=", preview.QuerySelector("form[method=post]:has([name=seen])")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.Empty(await Grants(site, adam.Id));

        var wider = $"{address}&row={Row("bara")}";
        var second = await boss.Page(wider);
        using var done = await boss.Send(address, preview, "bulk");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(Role.Owner, Assert.Single(await Grants(site, adam.Id)).Grant.Role);
        Assert.Single(await Grants(site, eva.Id));

        // What was previewed no longer holds, so nothing is done.
        using var again = await boss.Send(wider, second, "bulk");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty(await Grants(site, third.Id));
    }

    [Theory, BothEngines]
    public async Task All_that_match_leave_but_for_oneself(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        for (var i = 0; i < 5; i++)
        {
            await site.Employ($"ctenar{i}@example.org", new Grant(Role.Reader));
        }

        var owner = await site.Employ("gestor@example.org", new Grant(Role.Owner));
        const string address = "/prace/lide/hromadne?do=leave&all=1&role=Reader";
        using var done = await boss.Send(address, await boss.Page(address), "bulk");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(5, (await boss.Page("/prace/lide?state=left")).QuerySelectorAll("tbody tr").Length);
        Assert.Null((await site.Within.In(unit => unit.GetRequiredService<IPeople>().Find(owner.Id, default)))!.Left);
        var everybody = await boss.Page("/prace/lide/hromadne?do=leave&all=1");
        Assert.Equal(6, everybody.QuerySelectorAll("main tbody tr").Count(r => r.LastElementChild!.TextContent.StartsWith("Nic:", StringComparison.Ordinal)));
        using var strategist = await site.SignedIn(new Grant(Role.Strategist));
        Assert.Equal(HttpStatusCode.Forbidden, (await strategist.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await boss.Get("/prace/lide/hromadne?do=nic")).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_file_has_exactly_the_columns_filter_and_order_that_are_shown(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await site.Employ("zdena@example.org", new Grant(Role.Reader));
        await site.Employ("alena@example.org", new Grant(Role.Reader));
        var page = await boss.Page("/prace/lide?columns=name,roles&role=Reader&sort=-name");
        Assert.Equal(["Jméno a\u00a0příjmení", "Role"], page.QuerySelectorAll("thead th").Skip(1).Select(h => h.TextContent.Trim()));
        var file = page.QuerySelectorAll("a[download]").First(a => a.TextContent == "CSV").GetAttribute("href")!;
        using var answer = await boss.Get(file);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["name,roles", "zdena,čtenář", "alena,čtenář", "# rows: 2,"], lines);
        Assert.Equal(HttpStatusCode.OK, (await boss.Get("/prace/lide?columns=nic")).StatusCode);
        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(file)).StatusCode);
    }

    [Theory, BothEngines]
    public async Task A_view_is_saved_found_again_and_shared_by_administrators_alone(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var save = (await boss.Page("/prace/lide?role=Reader&columns=name")).QuerySelector("a[href*='/pohledy/novy']")!.GetAttribute("href")!;
        var saved = await boss.Done(save, "view", new() { ["name"] = "Čtenáři <b>" });
        var view = Assert.Single(saved.QuerySelectorAll(".v-views a"));
        Assert.Equal("Čtenáři <b>", view.TextContent);
        Assert.Equal("/prace/lide?role=Reader&columns=name", view.GetAttribute("href"));
        await boss.Done("/prace/pohledy/novy?kam=%2Fobce%3Fsort%3D-name", "view", new() { ["name"] = "Obce", ["shared"] = "1" });

        using var reader = await site.SignedIn(new Grant(Role.Reader));
        Assert.Equal(["/obce?sort=-name"], (await reader.Page("/prace/pohledy")).QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")));
        using var shared = await reader.Send("/prace/pohledy/novy?kam=%2Fobce", "view", new() { ["name"] = "Moje", ["shared"] = "1" });
        Assert.Equal(HttpStatusCode.Forbidden, shared.StatusCode);
        using var elsewhere = await reader.Send("/prace/pohledy/novy?kam=%2F%2Fevil.example", "view", new() { ["name"] = "Moje" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
    }

    private static Task<IReadOnlyList<GrantHeld>> Grants(Site site, PersonId person) => site.Within.In(unit => unit.GetRequiredService<IPeople>().Grants(person, default));
}
