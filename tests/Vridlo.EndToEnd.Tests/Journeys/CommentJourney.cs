using Microsoft.Playwright;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>A comment from its writing to its settlement.</summary>
public sealed class CommentJourney(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Written_to_somebody_it_waits_there_is_answered_and_settled(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await site.Employ("petr@example.org", new Grant(Role.Guarantor));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await using var petr = await browser.Works(site, "petr@example.org", scripts);
        await petr.Sees("Nic na vás nečeká");
        await petr.Look("tasks-empty");

        await jana.Follow("Připomínky");
        await jana.Look("comments-empty");
        await jana.Type("Část, ke které chcete psát", "8.2");
        await jana.Press("Najít");
        await jana.Look("comments-found");
        await jana.FollowLike("8.2");
        await jana.Type("Text", "Odkud se vezmou peníze na terénní služby?");
        await jana.Tick("petr");
        await jana.Look("comment-new");
        await jana.Press("Odeslat");
        await jana.IsTold("Nová připomínka");
        await jana.Sees("Odkud se vezmou peníze");
        await jana.Look("comment-sent");
        if (scripts)
        {
            // Every sort of page of comments, full: the list, what was said of one part, the thread, and its words being changed.
            var thread = new Uri(jana.Page.Url).AbsolutePath;
            await EveryLook.FindsNothing(browser, site, "jana@example.org", ["/prace/pripominky", thread, thread + "/uprava", "/prace/pripominky/hromadne?do=settle&all=1"]);
        }

        site.Clock.Now += Duration.FromMinutes(1);
        await petr.Home();
        await petr.Look("tasks");
        await petr.FollowLike("Odpovědět na připomínku");
        await petr.Sees("Odkud se vezmou peníze");
        await petr.Type("Text", "Z rozpočtu kraje, kapitola 18.");
        await petr.Press("Odeslat");
        await petr.IsTold("Odpověď na připomínku");
        await Assertions.Expect(petr.Main.GetByRole(AriaRole.Button, new() { Name = "Vypořádat" })).ToHaveCountAsync(0);
        await petr.Home();
        await petr.Sees("Nic na vás nečeká");

        await jana.Follow("Oznámení");
        await jana.Look("notices");
        await jana.FollowLike("8.2");
        await jana.Sees("kapitola 18");
        await jana.Choose("Jak", "Vysvětleno");
        await jana.Type("Odůvodnění", "Stačí, co odpověděl Petr.");
        await jana.Press("Vypořádat");
        await jana.IsTold("Vypořádání připomínky");
        await jana.Sees("Vysvětleno");
        await jana.Look("comment-settled");

        await petr.Follow("Připomínky");
        await petr.Choose("Stav", "Vypořádáno");
        await petr.Press("Použít");
        await petr.Look("comments-settled");
        await petr.FollowLike("8.2");
        await petr.Sees("Stačí, co odpověděl Petr.");
        await Assertions.Expect(petr.Main.GetByRole(AriaRole.Button, new() { Name = "Odeslat", Exact = true })).ToHaveCountAsync(0);
        jana.NothingWrong();
        petr.NothingWrong();
    }
}
