using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Sessions;
using Vridlo.People.Typing;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

/// <summary>What is typed is saved by itself; the form to invite people stands for every form that keeps.</summary>
public sealed class TypingStory
{
    private const string Page = "/prace/lide/pozvat";

    [Theory, BothEngines]
    public async Task What_was_typed_is_offered_gone_on_with_and_ends_when_the_form_is_accepted(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var first = new Tab(boss, await boss.Page(Page));
        Assert.Equal("10:00", (await first.Type("Karel Dlouhý")).GetProperty("at").GetString());

        var again = await boss.Page(Page);
        Assert.Equal("", again.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Contains("10:00", again.QuerySelector(".v-typed")!.TextContent, StringComparison.Ordinal);
        var on = await boss.Page(again.QuerySelector(".v-typed a")!.GetAttribute("href")!);
        Assert.Equal("Karel Dlouhý", on.QuerySelector("[name=name]")!.GetAttribute("value"));
        Assert.Equal("en", on.QuerySelector("[name=language] option[selected]")!.GetAttribute("value"));

        using var wrong = await boss.Post(Page, Form(Worker.Filled(on, "invite", new() { ["mail"] = "nic" })));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.NotEmpty((await boss.Page(Page)).QuerySelectorAll(".v-typed a"));

        using var right = await boss.Post(Page, Form(Worker.Filled(await Worker.Read(wrong), "invite", new() { ["mail"] = "karel@example.org" })));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Empty((await boss.Page(Page)).QuerySelectorAll(".v-typed a"));
        using var late = await first.Save("Karel Dlouh");
        Assert.True((await late.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("sent").GetBoolean());
        Assert.Empty((await boss.Page(Page)).QuerySelectorAll(".v-typed a"));
    }

    [Theory, BothEngines]
    public async Task Two_windows_lose_nothing_and_the_later_one_is_told(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var (one, other) = (new Tab(boss, await boss.Page(Page)), new Tab(boss, await boss.Page(Page)));
        site.Clock.Now += Duration.FromMinutes(1);
        Assert.Empty((await one.Type("První")).GetProperty("others").EnumerateArray());
        site.Clock.Now += Duration.FromMinutes(1);
        var told = Assert.Single((await other.Type("Druhý")).GetProperty("others").EnumerateArray());
        Assert.Equal("10:01", told.GetProperty("at").GetString());

        // Both go on with the first one's text: the second to write gets a row of its own.
        var link = $"{Page}?typed={told.GetProperty("id").GetString()}";
        var (left, right) = (new Tab(boss, await boss.Page(link)), new Tab(boss, await boss.Page(link)));
        site.Clock.Now += Duration.FromMinutes(1);
        var kept = await left.Type("První a levý");
        var forked = await right.Type("První a pravý");
        Assert.Equal(told.GetProperty("id").GetString(), kept.GetProperty("id").GetString());
        Assert.NotEqual(kept.GetProperty("id").GetString(), forked.GetProperty("id").GetString());
        Assert.Equal(kept.GetProperty("id").GetString(), Assert.Single(forked.GetProperty("others").EnumerateArray()).GetProperty("id").GetString());
        List<string?> texts = [];
        foreach (var offer in (await boss.Page(Page)).QuerySelectorAll(".v-typed a"))
        {
            texts.Add((await boss.Page(offer.GetAttribute("href")!)).QuerySelector("[name=name]")!.GetAttribute("value"));
        }

        Assert.Equal(["Druhý", "První a levý", "První a pravý"], texts.Order());
    }

    [Theory, BothEngines]
    public async Task What_arrives_late_or_twice_does_not_undo_what_came_before(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var tab = new Tab(boss, await boss.Page(Page));
        await tab.Type("celé slovo", turn: 2);
        await tab.Type("cel", turn: 1);
        var answers = await Task.WhenAll(Enumerable.Range(3, 4).Select(turn => tab.Save($"celé slovo {turn}", turn)));
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        await tab.Type("celé slovo a dál", turn: 9);
        var offer = Assert.Single((await boss.Page(Page)).QuerySelectorAll(".v-typed a"));
        Assert.Equal("celé slovo a dál", (await boss.Page(offer.GetAttribute("href")!)).QuerySelector("[name=name]")!.GetAttribute("value"));
    }

    [Theory, BothEngines]
    public async Task It_is_refused_when_too_large_unsigned_or_without_the_pages_token(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var tab = new Tab(boss, await boss.Page(Page));
        using var large = await tab.Save(new string('ž', KeepTyped.Largest / 2));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("1 MB", JsonDocument.Parse(await large.Content.ReadAsStringAsync()).RootElement.GetProperty("said").GetString(), StringComparison.Ordinal);
        await tab.Type(new string('ž', (KeepTyped.Largest / 2) - 60), turn: 2);
        using var second = await new Tab(boss, await boss.Page(Page)).Save("ještě něco delšího, co se už ke stejnému formuláři nevejde, protože v jiném okně je toho skoro megabajt");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, second.StatusCode);

        using var forged = await (tab with { Token = "" }).Save("cizí");
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var nobody = new Worker(site.Client.BaseAddress!);
        using var signedOut = await (tab with { Worker = nobody }).Save("nikdo");
        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        foreach (var broken in (string[])["", "null", "[]", "{\"key\":1}", "{\"key\":\"a\\u0000b\"}", "\ud800"])
        {
            using var answer = await tab.Raw(broken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory, BothEngines]
    public async Task It_is_the_persons_own(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ("jana@example.org", new Grant(Role.Administrator));
        using var jana = await site.SignIn("jana@example.org");
        var id = (await new Tab(jana, await jana.Page(Page)).Type("Tajný")).GetProperty("id").GetString();
        using var other = await site.SignedIn(new Grant(Role.Administrator));
        var seen = await other.Page($"{Page}?typed={id}");
        Assert.DoesNotContain("Tajný", seen.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var token = seen.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await other.Post($"/prace/rozepsane/{id}/zahozeni", Form([new("__RequestVerificationToken", token)]));
        Assert.Contains("10:00", (await jana.Page(Page)).QuerySelector(".v-typed")!.TextContent, StringComparison.Ordinal);
        var held = JsonDocument.Parse(await (await jana.Get("/prace/ja/udaje.json")).Content.ReadAsStringAsync()).RootElement.GetProperty("typed");
        Assert.Equal(["Tajný", "en"], held[0].GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("value").GetString()));
        Assert.Equal(1, await Count(site, person.Id));
        var listed = await jana.Page("/prace/rozepsane");
        Assert.Equal("Pozvat", listed.QuerySelector("main tbody a")!.TextContent);

        using var dropped = await jana.Post(
            listed.QuerySelector("main tbody form")!.GetAttribute("action")!,
            Form([new("__RequestVerificationToken", listed.QuerySelector("main tbody input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        Assert.Equal("/prace/rozepsane", dropped.Headers.Location!.ToString());
        Assert.Null((await jana.Page(Page)).QuerySelector(".v-typed"));

        await new Tab(jana, await jana.Page(Page)).Type("Ještě jeden");
        await other.Done($"/prace/lide/{person.Id.Value}", "erase", new() { ["sure"] = "jana@example.org" });
        Assert.Equal(0, await Count(site, person.Id));
    }

    [Theory, BothEngines]
    public async Task It_ends_by_itself_after_thirty_days(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ("jana@example.org", new Grant(Role.Administrator));
        using var jana = await site.SignIn("jana@example.org");
        await new Tab(jana, await jana.Page(Page)).Type("Zapomenutý");
        var job = site.Services.GetRequiredService<Declarations>().Jobs.Single(j => j.Name == "people.typed.clear");
        site.Clock.Now += Duration.FromDays(29);
        await site.Within.In(unit => job.Work(unit, default));
        Assert.Equal(1, await Count(site, person.Id));
        site.Clock.Now += Duration.FromDays(2);
        await site.Within.In(unit => job.Work(unit, default));
        Assert.Equal(0, await Count(site, person.Id));
    }

    [Theory, BothEngines]
    public async Task A_form_sent_after_the_session_is_joined_with_what_was_saved_before(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        await site.Employ("jana@example.org", new Grant(Role.Administrator));
        using var before = await site.SignIn("jana@example.org");
        var page = await before.Page(Page);
        var tab = new Tab(before, page);
        await tab.Type("Půlka");
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            db.RemoveRange(await db.Set<Session>().ToListAsync());
            return await db.Keep(default);
        });
        using var lost = await before.Post(Page, Form(Worker.Filled(page, "invite", new() { ["name"] = "Celé jméno", ["mail"] = "cely@example.org" })));
        var kept = Uri.UnescapeDataString(lost.Headers.Location!.ToString().Split("zpet=")[1]);
        using var after = await site.SignIn("jana@example.org");
        var told = await after.Page(kept);
        Assert.DoesNotContain("mail", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await after.Page(Page)).QuerySelectorAll(".v-typed a"));
        var on = await after.Page(told.QuerySelector("main .gov-button")!.GetAttribute("href")!);
        Assert.Equal("Celé jméno", on.QuerySelector("[name=name]")!.GetAttribute("value"));
        using var sent = await after.Post(Page, Form(Worker.Filled(on, "invite", [])));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Null((await after.Page(Page)).QuerySelector(".v-typed"));
    }

    private static Task<int> Count(Site site, PersonId person) =>
        site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<TypedForm>().CountAsync(t => t.PersonId == person && t.TakenAt == null));

    private static FormUrlEncodedContent Form(IEnumerable<KeyValuePair<string, string>> fields) => new(fields);

    /// <summary>An open page, and what its island would send.</summary>
    private sealed record Tab(Worker Worker, IHtmlDocument Html)
    {
        private AngleSharp.Dom.IElement Island { get; } = Html.QuerySelector("v-autosave")!;

        public string Token { get; init; } = Html.QuerySelector("v-autosave")!.GetAttribute("data-token")!;

        public async Task<JsonElement> Type(string name, int turn = 1)
        {
            using var answer = await Save(name, turn);
            return answer.StatusCode is HttpStatusCode.OK
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).Clone()
                : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        public Task<HttpResponseMessage> Save(string name, int turn = 1) => Raw(JsonSerializer.Serialize(new
        {
            key = Data("key"), id = Data("id"), tab = Data("tab"), turn, seen = int.Parse(Data("seen")!, System.Globalization.CultureInfo.InvariantCulture), basis = Data("basis"), form = Data("form"),
            path = Data("path"), since = Data("since"), title = Html.QuerySelector("h1")!.TextContent, fields = new[] { new[] { "name", name }, ["language", "en"], ["_seen", "1"], ["password", "tajné"] },
        }));

        public async Task<HttpResponseMessage> Raw(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Data("save")) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("RequestVerificationToken", Token);
            return await Worker.Send(request);
        }

        private string? Data(string name) => Island.GetAttribute("data-" + name);
    }
}
