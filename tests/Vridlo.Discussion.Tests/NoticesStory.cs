using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Discussion.Notices;
using Vridlo.Testing;

namespace Vridlo.Discussion.Tests;

/// <summary>Who is told of what, where and when.</summary>
public sealed class NoticesStory
{
    [Theory, BothEngines]
    public async Task Those_concerned_are_told_once_and_nobody_of_the_own_act(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var (node, elsewhere) = (await site.Node("8.2"), await site.Node("4.1"));
        var people = new Dictionary<string, Person>
        {
            ["autor"] = await site.Employ("autor@example.org", node.Here(Role.Reader)),
            ["gestor"] = await site.Employ("gestor@example.org", node.Here(Role.Owner)),
            ["strateg"] = await site.Employ("strateg@example.org", new Grant(Role.Strategist)),
            ["garant"] = await site.Employ("garant@example.org", node.Here(Role.Guarantor)),
            ["mlcici"] = await site.Employ("mlcici@example.org", node.Here(Role.Guarantor)),
            ["soused"] = await site.Employ("soused@example.org", elsewhere.Here(Role.Owner)),
        };
        using var author = await site.SignIn("autor@example.org");
        using var owner = await site.SignIn("gestor@example.org");

        await author.Done(node.Page(), "comment", new() { ["text"] = "Co to znamená?", ["to"] = people["garant"].Id.Value.ToString() });
        Assert.Equal(["garant", "gestor", "strateg"], await Told(site, people));
        var thread = (await author.Page("/prace/pripominky")).QuerySelector("tbody a.v-rowlink")!.GetAttribute("href")!;
        await owner.Done(thread, "reply", new() { ["text"] = "Zeptám se." });
        Assert.Equal(["autor", "garant", "garant", "gestor", "strateg", "strateg"], await Told(site, people));

        var list = await owner.Page("/prace/oznameni");
        Assert.Contains("Nová připomínka", list.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", list.QuerySelector(".v-ws__nav a[href='/prace/oznameni'] .v-hot")!.TextContent);
        using var opened = await owner.Get(list.QuerySelector("tbody a.v-rowlink")!.GetAttribute("href")!);
        Assert.Equal(thread, opened.Headers.Location!.ToString());
        Assert.Null((await owner.Page("/prace/oznameni")).QuerySelector(".v-ws__nav a[href='/prace/oznameni'] .v-hot"));
    }

    /// <summary>The notice is written with the act: where the act is not, there is none.</summary>
    [Theory, BothEngines]
    public async Task An_act_that_is_not_done_tells_nobody(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var person = await site.Employ("kdosi@example.org");
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            unit.GetRequiredService<IPeople>().Give(person.Id, new(Role.Reader));
            Assert.True(await db.Commit(new(Actor.System, "people.give-role", ""), default));
            Assert.Equal(1, await db.Set<Notice>().CountAsync());
            await transaction.RollbackAsync();
        });
        Assert.Equal(0, await site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Notice>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task Letters_come_as_each_person_decides_and_hold_no_words(Engine engine)
    {
        await using var site = await Site.Shipped(engine, Talk.WithoutJobs);
        var node = await site.Node("8.2");
        var people = new Dictionary<string, Person>();
        foreach (var (name, pace) in new[] { ("hned", "AtOnce"), ("denne", "Daily"), ("tydne", "Weekly"), ("nikdy", "None") })
        {
            people[name] = await site.Employ(name + "@example.org", node.Here(Role.Owner));
            using var worker = await site.SignIn(name + "@example.org");
            await worker.Done("/prace/ja/oznameni", "pace", new() { ["pace"] = pace });
        }

        using var author = await site.SignedIn(node.Here(Role.Reader));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Důvěrné slovo kapradí." });
        Assert.Equal(["hned"], await Written(site, people));

        // 2026-11-23 is a Monday: the digest of the day and of the week.
        site.Clock.Now = Instant.FromUtc(2026, 11, 24, 6, 0);
        await Digest(site);
        await Digest(site);
        Assert.Equal(["denne", "hned"], await Written(site, people));
        site.Clock.Now = Instant.FromUtc(2026, 11, 30, 6, 0);
        await Digest(site);
        await Digest(site);
        Assert.Equal(["denne", "hned", "tydne"], await Written(site, people));

        await site.Within.In(async unit =>
        {
            var letters = await unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT subject || body AS \"Value\" FROM mail_letter").ToListAsync();
            Assert.All(letters, l => Assert.DoesNotContain("kapradí", l, StringComparison.Ordinal));
            Assert.All(letters, l => Assert.Contains("/prace/oznameni", l, StringComparison.Ordinal));
            Assert.All(letters, l => Assert.Contains("8.2", l, StringComparison.Ordinal));
        });
    }

    [Theory, BothEngines]
    public async Task What_was_read_meanwhile_comes_in_no_digest_and_a_missed_Monday_is_made_up_for(Engine engine)
    {
        await using var site = await Site.Shipped(engine, Talk.WithoutJobs);
        var node = await site.Node("8.2");
        var people = new Dictionary<string, Person> { ["cte"] = await site.Employ("cte@example.org", node.Here(Role.Owner)), ["tydne"] = await site.Employ("tydne@example.org", node.Here(Role.Owner)) };
        using var reads = await site.SignIn("cte@example.org");
        using var weekly = await site.SignIn("tydne@example.org");
        await weekly.Done("/prace/ja/oznameni", "pace", new() { ["pace"] = "Weekly" });
        using var author = await site.SignedIn(node.Here(Role.Reader));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Něco." });
        await reads.Done("/prace/oznameni", "read");
        site.Clock.Now = Instant.FromUtc(2026, 12, 2, 6, 0);
        await Digest(site);
        Assert.Equal(["tydne"], await Written(site, people));
    }

    /// <summary>What stands only in a draft is not public: a letter does not even name it.</summary>
    [Fact]
    public void A_letter_names_nothing_that_is_not_public_and_speaks_the_persons_language()
    {
        var catalogue = new TextCatalogue([typeof(DiscussionModule).Assembly], strict: true);
        var letters = new WriteLetters(catalogue, new([]), new(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()));
        var person = new Person(TypedId.New<PersonId>(), "Anna", "anna@example.org", Language.De, null);
        var hidden = new Notice
        {
            Id = TypedId.New<NoticeId>(), PersonId = person.Id, ActId = Guid.CreateVersion7(), Kind = "discussion.act.comment", At = default,
            Title = new("Tajný záměr"), Path = "/prace/pripominky", IsPublic = false,
        };
        var letter = letters.Of(person, [hidden, hidden]);
        Assert.DoesNotContain("Tajný", letter.Subject + letter.Text, StringComparison.Ordinal);
        Assert.Contains("Neue Anmerkung: in einem nicht öffentlichen Teil", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/de/prace", letter.Links[0].Address, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Machines_read_tasks_and_notices_and_decide_about_mail(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        using var owner = await site.SignedIn(node.Here(Role.Owner));
        using var author = await site.SignedIn(node.Here(Role.Reader));
        var machine = await owner.Machine(site, "discussion.own", "discussion.comment", "programmes.edit");
        var said = await (await author.Machine(site, "discussion.comment")).Comment(node, "Nejasné.");

        var (_, tasks) = await machine.Ask(HttpMethod.Get, "/tasks");
        Assert.Equal($"/prace/pripominky/{said}", Assert.Single(tasks.EnumerateArray().ToList()).GetProperty("path").GetString());
        var (_, notices) = await machine.Ask(HttpMethod.Get, "/notices?state=new");
        var id = Assert.Single(notices.GetProperty("rows").EnumerateArray().ToList()).GetProperty("id").GetString();
        Assert.Equal(1, (await machine.Post("/notices/reading", new { notices = new[] { id } })).Body.GetProperty("read").GetInt32());
        Assert.Equal(0, (await machine.Post("/notices/reading", new { })).Body.GetProperty("read").GetInt32());
        Assert.Equal("none", (await machine.Ask(HttpMethod.Put, "/notices/mail", new { pace = "none" })).Body.GetProperty("pace").GetString());
        Assert.Equal("none", (await machine.Ask(HttpMethod.Get, "/notices/mail")).Body.GetProperty("pace").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.Ask(HttpMethod.Put, "/notices/mail", new { pace = "hourly" })).Status);

        Assert.Equal(HttpStatusCode.OK, (await machine.Ask(HttpMethod.Put, $"/comments/{said}/settlement", new { version = 0, how = "explained", answer = "Takto." })).Status);
        Assert.Empty((await machine.Ask(HttpMethod.Get, "/tasks")).Body.EnumerateArray());
    }

    [Theory, BothEngines]
    public async Task Notices_go_with_the_person(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        var node = await site.Node("8.2");
        var leaves = await site.Employ("odchazi@example.org", node.Here(Role.Owner));
        using var own = await site.SignIn("odchazi@example.org");
        using var author = await site.SignedIn(node.Here(Role.Owner));
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        await author.Done(node.Page(), "comment", new() { ["text"] = "Pro všechny." });
        await own.Done(node.Page(), "comment", new() { ["text"] = "Také pro všechny." });
        await own.Done("/prace/ja/oznameni", "pace", new() { ["pace"] = "Weekly" });
        using var export = await own.Get("/prace/ja/udaje.json");
        var held = JsonDocument.Parse(await export.Content.ReadAsStringAsync()).RootElement.GetProperty("notices");
        Assert.Equal(("Weekly", 1), (held.GetProperty("mail").GetString(), held.GetProperty("told").GetArrayLength()));

        await boss.Done($"/prace/lide/{leaves.Id.Value}", "erase", new() { ["sure"] = "odchazi@example.org" });
        await site.Within.In(async unit =>
        {
            var db = unit.GetRequiredService<AppDb>();
            Assert.Empty(await db.Set<NoticeWish>().ToListAsync());
            Assert.False(await db.Set<Notice>().AnyAsync(n => n.PersonId == leaves.Id || n.ActorId == leaves.Id));
            Assert.True(await db.Set<Notice>().AnyAsync(n => n.ActorId == null));
        });
    }

    private static Task Digest(Site site) => site.Within.In(unit => unit.GetRequiredService<SendDigests>().Run(default));

    private static Task<IReadOnlyList<string>> Told(Site site, Dictionary<string, Person> people) => site.Within.In(async unit =>
        Names(people, await unit.GetRequiredService<AppDb>().Set<Notice>().Where(n => n.Kind.StartsWith("discussion")).Select(n => n.PersonId).ToListAsync()));

    private static Task<IReadOnlyList<string>> Written(Site site, Dictionary<string, Person> people) => site.Within.In(async unit =>
        Names(people, [.. (await unit.GetRequiredService<AppDb>().Database.SqlQuery<Guid>($"SELECT person_id AS \"Value\" FROM mail_letter WHERE kind = 'discussion.notices'").ToListAsync()).Select(i => new PersonId(i))]));

    private static IReadOnlyList<string> Names(Dictionary<string, Person> people, IReadOnlyList<PersonId> ids) =>
        [.. ids.Select(i => people.FirstOrDefault(p => p.Value.Id == i).Key).OfType<string>().Order(StringComparer.Ordinal)];
}
