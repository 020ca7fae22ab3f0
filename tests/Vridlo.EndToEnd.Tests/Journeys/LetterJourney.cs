using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>An office takes the template of its letter, changes it in Word and gives it back; the next letter is as it wanted, the one before stays as it was.</summary>
public sealed class LetterJourney(Browser browser)
{
    private const string Officer = "strateg@example.org", Head = "Krajský úřad Karlovarského kraje, odbor regionálního rozvoje";

    private static readonly Dictionary<string, string> Came = new()
    {
        ["applicant"] = "Obec Dasnice", ["companyNumber"] = "00573124", ["seat"] = "Dasnice 1", ["title"] = "Lávka pro cyklisty přes Ohři", ["description"] = "Nová lávka.", ["aim"] = "Bezpečná cyklistická doprava.",
        ["outputs"] = "Lávka.", ["cost"] = "12,5 mil. Kč",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_template_of_the_system_to_a_letter_with_the_head_of_the_office(bool scripts)
    {
        using var office = new LibreOffice();
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ(Officer, new Grant(Role.Strategist));
        using (var worker = await site.SignIn(Officer))
        {
            foreach (var code in (string[])["S-0001", "S-0002"])
            {
                await worker.Done("/prace/vyjadreni/zadost", "application", Came);
                await worker.Done($"/prace/vyjadreni/{code}/rozhodnuti", "decision", new() { ["more"] = "4.2.1", ["outcome"] = "InAccord", ["reasons"] = "Doplňuje síť.", ["signatory"] = "Ing. Petr Havel" });
            }
        }

        await using var officer = await browser.Works(site, Officer, scripts);
        var before = await Issues(officer, office, "S-0001");
        await Changes(officer, office);
        await Drafts(officer, office);
        var after = await office.Printed(await Issues(officer, office, "S-0002"));
        Assert.StartsWith(LibreOffice.Dense(Head), after, StringComparison.Ordinal);
        Assert.Contains(LibreOffice.Dense("Č. j.: PRKK/2026/0002"), after, StringComparison.Ordinal);
        Assert.Contains("ObecDasnice", after, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", after, StringComparison.Ordinal);
        Assert.DoesNotContain("NÁVRH", after, StringComparison.Ordinal);

        var again = await Saves(officer, Directory.CreateDirectory(Path.Combine(office.Folder, "again")).FullName, "S-0001");
        Assert.Equal(await File.ReadAllBytesAsync(before), await File.ReadAllBytesAsync(again));
        officer.NothingWrong();
        if (scripts)
        {
            await EveryLook.FindsNothing(browser, site, Officer, ["/prace/vyjadreni/sablona"]);
        }
    }

    private static async Task Changes(Walker walker, LibreOffice office)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.Follow("Šablona dopisu");
        await walker.Look("template");
        var template = await walker.Saves(walker.Like("Výchozí šablona"), office.Folder);
        var wrong = Path.Combine(office.Folder, "s razítkem.docx");
        File.Copy(template, wrong);
        WordHand.Replace(wrong, "{{podpis}}", "{{razítko}}");
        await walker.Press("Nahrát šablonu");
        await walker.Sees("Vyberte soubor šablony.");
        await Sends(walker, wrong);
        await walker.Sees("Značku {{razítko}} systém nezná.");
        await walker.Sees("V šabloně chybí povinná značka {{podpis}}.");
        await walker.Look("template-refused");
        WordHand.Letterhead(template, Head, "číslo");
        await Sends(walker, template);
        await walker.Sees("používá se");
        await walker.Look("template-changed");
    }

    private static async Task Sends(Walker walker, string file)
    {
        await walker.Main.Locator("#f-file").SetInputFilesAsync(file);
        await walker.Press("Nahrát šablonu");
    }

    private static async Task Drafts(Walker walker, LibreOffice office)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike("S-0002");
        var draft = await office.Printed(await walker.Saves(walker.Like("Návrh dopisu (DOCX)"), office.Folder));
        Assert.StartsWith(LibreOffice.Dense(Head), draft, StringComparison.Ordinal);
        Assert.Contains("Č.j.:NÁVRH", draft, StringComparison.Ordinal);
    }

    private static async Task<string> Issues(Walker walker, LibreOffice office, string code)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike(code);
        await walker.Press("Vydat vyjádření");
        await walker.Sees("vydáno");
        return await Saves(walker, office.Folder, code);
    }

    private static async Task<string> Saves(Walker walker, string folder, string code)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike(code);
        return await walker.Saves(walker.Like("Dopis (DOCX)"), folder);
    }
}
