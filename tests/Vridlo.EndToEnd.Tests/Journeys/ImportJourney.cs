using Microsoft.Playwright;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>From a file of an office to a draft of a programme.</summary>
public sealed class ImportJourney(Browser browser)
{
    internal static readonly string Document = Path.Combine(AppContext.BaseDirectory, "Corpus", "cs-md-number-gaps", "document.md");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_is_read_put_right_and_stands_among_the_drafts(bool scripts)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, "jana@example.org", scripts);
        await jana.Imports(Document);

        // What the import was not sure of stands beside the place it speaks of.
        await jana.Sees("Číslo 2.3 se v dokumentu opakuje");
        await Assertions.Expect(jana.Main.Locator(".v-source")).ToContainTextAsync("Péče o mokřady");
        await Assertions.Expect(jana.Main.Locator(".v-beside .v-outline")).ToContainTextAsync("Péče o mokřady");
        await jana.Look("import-source");
        if (scripts)
        {
            await EveryLook.FindsNothing(browser, site, "jana@example.org", [new Uri(jana.Page.Url).AbsolutePath]);
        }

        var doubt = jana.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Číslo 2.3" });
        await doubt.GetByRole(AriaRole.Button, new() { Name = "Je to v pořádku" }).ClickAsync();
        await jana.IsTold("Vyřízení nejasnosti");
        await Assertions.Expect(doubt.GetByRole(AriaRole.Button, new() { Name = "Vrátit mezi nejasné" })).ToBeVisibleAsync();

        await jana.Follow("Osnova");
        await jana.Look("import-outline");
        await Renames(jana);
        await Moves(jana);
        await Merges(jana);
        await Drops(jana);

        await jana.Follow("Koncepty");
        await jana.Look("drafts");
        await jana.Follow("Strategie 2027");
        await jana.Sees("Péče o mokřady a tůně");
        jana.NothingWrong();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_in_words_and_another_can_be_sent()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ("jana@example.org", new Grant(Role.Strategist));
        await using var jana = await browser.Works(site, "jana@example.org", scripts: true);
        await jana.Follow("Koncepty");
        await jana.Follow("Import dokumentu");
        await jana.Press("Nahrát a přečíst");
        await jana.Sees("Vyberte soubor.");
        await jana.Look("import-nothing");
        await jana.Field("Dokument").SetInputFilesAsync(new FilePayload { Name = "plán.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 nic"u8.ToArray() });
        await jana.Type("Kód programu", "luzanka-2027");
        await jana.Type("Kód vydání", "2027");
        await jana.Press("Nahrát a přečíst");
        await jana.Sees("Z dokumentu koncept nevznikl");
        await jana.Look("import-refused");
        await jana.Follow("Nahrát jiný soubor");
        await jana.SeesHeading("Import dokumentu");
    }

    private static async Task Renames(Walker jana)
    {
        await jana.FollowLike("Péče o mokřady");
        await jana.Look("import-node");
        await jana.Type("česky", "Péče o mokřady a tůně", "Název");
        await jana.Press("Uložit");
        await jana.IsTold("Úprava textů uzlu");
    }

    private static async Task Moves(Walker jana)
    {
        await jana.FollowLike("Zeleň podél cest");
        await jana.Follow("Přesunout");
        await jana.ChooseLike("Kam patří", "Doprava");
        await jana.Look("move");
        await jana.Press("Přesunout");
        await jana.IsTold("Přesun uzlu");
        await Assertions.Expect(Branch(jana, "Doprava")).ToContainTextAsync("Zeleň podél cest");
        await Assertions.Expect(Branch(jana, "Zemědělství a krajina")).Not.ToContainTextAsync("Zeleň podél cest");
    }

    private static async Task Merges(Walker jana)
    {
        await jana.FollowLike("půjčovna zdravotních pomůcek");
        await jana.Follow("Sloučit");
        await jana.ChooseLike("Sloučit do", "společné auto pečovatelské služby");
        await jana.Look("merge");
        await jana.Press("Sloučit");
        await jana.IsTold("Sloučení uzlů");
        await Assertions.Expect(jana.Main.GetByRole(AriaRole.Link, new() { Name = "půjčovna zdravotních pomůcek" })).ToHaveCountAsync(0);
    }

    private static async Task Drops(Walker jana)
    {
        await jana.FollowLike("Obchod a základní služby");
        await jana.Follow("Vypustit");
        await jana.Sees("podpora venkovských prodejen");
        await jana.Look("drop");
        await jana.Press("Vypustit");
        await jana.IsTold("Vypuštění uzlu");
        await Assertions.Expect(jana.Main.GetByRole(AriaRole.Link, new() { Name = "Obchod a základní služby" })).ToHaveCountAsync(0);
    }

    private static ILocator Branch(Walker jana, string title) => jana.Main.Locator(".v-outline > li").Filter(new() { HasText = title }).First;
}
