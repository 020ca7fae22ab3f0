using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.EndToEnd.Tests.Journeys;

/// <summary>
/// A municipality asks whether its project is in accord with the programme; an officer decides, issues, corrects and withdraws; the letter is
/// opened in LibreOffice, and anybody finds all of it in the register.
/// </summary>
public sealed class StatementJourney(Browser browser)
{
    private const string Officer = "strateg@example.org", Project = "Lávka pro cyklisty přes Ohři u Dasnic";

    private static readonly string[] Work = ["", "/zadost", "/sablona", "/S-0001", "/S-0002", "/S-0003", "/S-0003/rozhodnuti"];

    private static readonly string[] Public = ["/vyjadreni", "/vyjadreni/zadost", "/vyjadreni/2026-0001", "/vyjadreni/2026-0002", "/vyjadreni/2026-0003"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_question_of_a_municipality_to_a_letter_that_LibreOffice_opens(bool scripts)
    {
        using var office = new LibreOffice();
        await using var site = await Site.Shipped(Engine.Sqlite);
        await site.Employ(Officer, new Grant(Role.Strategist));
        await using var mayor = await browser.Reads(site, scripts);
        await Asks(mayor);
        await using var officer = await browser.Works(site, Officer, scripts);
        var measure = await Decides(officer);
        await Attaches(officer);
        var letter = await Issues(officer, office, measure);
        await Reads(mayor, office, letter);
        await Enters(officer);
        await Corrects(officer, office);
        await Withdraws(officer);
        await Finds(mayor);
        mayor.NothingWrong();
        officer.NothingWrong();
        if (scripts)
        {
            await EveryLook.FindsNothing(browser, site, Officer, [.. Work.Select(p => "/prace/vyjadreni" + p), .. Public]);
        }
    }

    private static async Task Asks(Walker walker)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.Sees("Zatím nebylo vydáno žádné vyjádření.");
        await walker.Look("statements-empty");
        await walker.Follow("Žádost o vyjádření k souladu");
        await walker.Look("statement-ask");
        await walker.Press("Odeslat žádost");
        await walker.Sees("Uveďte IČO žadatele.");
        await walker.Look("statement-ask-refused");
        await walker.Type("Název žadatele", "Obec Dasnice");
        await walker.Type("IČO žadatele", "00573125");
        await walker.Type("Sídlo", "Dasnice 1, 357 09 Habartov");
        await walker.Type("Jméno a příjmení", "Jana Novotná");
        await walker.Type("E-mail", "starostka@dasnice.example");
        await walker.Type("Název projektu", Project);
        await walker.ChooseLike("Obec", "Dasnice");
        await walker.Type("Popis projektu", "Nová lávka spojí dva úseky páteřní cyklostezky podél Ohře.\nLidé do práce a děti do školy už nepojedou po silnici I. třídy.");
        await walker.Type("Cíl", "Bezpečná cyklistická doprava mezi obcemi.");
        await walker.Type("Výstupy", "Lávka dlouhá 62 m a 400 m cyklostezky.");
        await walker.Type("Zahájení", "3/2027");
        await walker.Type("Dokončení", "2Q/2028");
        await walker.Type("Celkové náklady", "12,5 mil. Kč");
        await walker.Type("Požadovaná podpora", "20 mil. Kč");
        await walker.Type("1. kód", "4.2");
        await walker.Press("Odeslat žádost");
        await walker.Sees("nesouhlasí s kontrolní číslicí");
        await walker.Sees("Požadovaná podpora je vyšší než celkové náklady.");
        await walker.Look("statement-ask-wrong");
        await walker.Type("IČO žadatele", "00573124");
        await walker.Type("Požadovaná podpora", "10 mil. Kč");
        await walker.Press("Odeslat žádost");
        await walker.SeesHeading("Žádost S-0001 jsme přijali");
        await walker.Look("statement-received");
    }

    /// <returns>the measure that was ticked: code and title as they stand on the page</returns>
    private static async Task<string> Decides(Walker walker)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.Look("statement-work-list");
        await walker.FollowLike("S-0001");
        await walker.Sees("Jana Novotná");
        await walker.Look("statement-work");
        await walker.Follow("Rozhodnout");
        await walker.Sees("uvedl žadatel");
        await walker.Press("Uložit posouzení");
        await walker.Sees("Vyberte závěr.");
        await walker.Look("statement-decide-refused");
        var suggested = walker.Main.Locator("tbody tr").Filter(new() { HasText = "cyklo" }).Filter(new() { HasText = "4.2." }).First.Locator("label");
        var measure = await suggested.InnerTextAsync();
        await suggested.ClickAsync();
        await walker.ChooseLike("Závěr", "v souladu s výhradou");
        await walker.Type("Odůvodnění", "Lávka doplňuje páteřní síť cyklostezek.\nVýhrada: chybí souhlas správce toku.");
        await walker.Type("Platí do", "31. 12. 2028");
        await walker.Type("Podepisuje", "Ing. Petr Havel");
        await walker.Type("Funkce", "vedoucí odboru regionálního rozvoje");
        await walker.Look("statement-decide");
        await walker.Press("Uložit posouzení");
        await walker.Sees("v souladu s výhradou");
        await walker.Look("statement-work-decided");
        return measure;
    }

    private static async Task Attaches(Walker walker)
    {
        await walker.Follow("Přílohy a obrázky");
        await walker.Main.Locator("#f-file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "souhlas správce toku.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 souhlas"u8.ToArray() });
        await walker.Press("Přidat");
        await walker.Sees("souhlas správce toku.pdf");
        await walker.FollowLikeAnywhere("S-0001");
        await walker.Sees("1 příloha");
    }

    private static async Task<string> Issues(Walker walker, LibreOffice office, string measure)
    {
        await walker.Press("Vydat vyjádření");
        await walker.Sees("PRKK/2026/0001");
        await walker.Look("statement-work-issued");
        var letter = await walker.Saves(walker.Files("docx"), office.Folder);
        var printed = await office.Printed(letter);
        foreach (var said in (string[])["PRKK/2026/0001", "S-0001", "Obec Dasnice", "00573124", Project, measure, "s výhradou uvedenou v odůvodnění", "Výhrada: chybí souhlas správce toku.", "platí do 31. 12. 2028", "Ing. Petr Havel", "není příslibem"])
        {
            Assert.Contains(LibreOffice.Dense(said), printed, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Novotná", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", printed, StringComparison.Ordinal);
        return letter;
    }

    private static async Task Reads(Walker walker, LibreOffice office, string letter)
    {
        await walker.Page.ReloadAsync();
        await walker.Follow("Vyjádření PRKK/2026/0001 je vydáno");
        await walker.SeesHeading(Project);
        await walker.Sees("Výhrada: chybí souhlas správce toku.");
        await walker.SeesNot("Novotná");
        await walker.Look("statement");
        var own = Directory.CreateDirectory(Path.Combine(office.Folder, "mayor")).FullName;
        Assert.Equal(await File.ReadAllBytesAsync(letter), await File.ReadAllBytesAsync(await walker.Saves(walker.Files("docx"), own)));
        await walker.Follow("Vyjádření k souladu");
        await walker.Sees(Project);
        await walker.Searches("lavka cyklisty");
        await walker.Sees("PRKK/2026/0001");
        await walker.FollowLike(Project);
        await walker.SeesHeading(Project);
    }

    /// <summary>What came by data box, which is not in accord.</summary>
    private static async Task Enters(Walker walker)
    {
        const string Longest = "Rekonstrukce a energetická modernizace Domova se zvláštním režimem Sokolov-Vítkov včetně fotovoltaické elektrárny s bateriovým úložištěm";
        await walker.Follow("Vyjádření k souladu");
        await walker.Follow("Zapsat žádost");
        await walker.Look("statement-enter");
        await walker.ChooseLike("Jak žádost přišla", "datová schránka");
        await walker.Type("Přijato", "2026-11-20");
        await walker.Type("Název žadatele", "Domov se zvláštním režimem Sokolov-Vítkov, příspěvková organizace");
        await walker.Type("IČO žadatele", "70891168");
        await walker.Type("Sídlo", "Závodní 353/88, 360 06 Karlovy Vary");
        await walker.Type("Název projektu", Longest);
        await walker.Type("Popis projektu", "Nové kotle na zemní plyn.");
        await walker.Type("Cíl", "Levnější provoz.");
        await walker.Type("Výstupy", "Tři kotle.");
        await walker.Type("Celkové náklady", "123 456 789,50");
        await walker.Press("Zapsat");
        await walker.SeesHeading(Longest);
        await walker.Follow("Rozhodnout");
        await walker.ChooseLike("Závěr", "není v souladu");
        await walker.Type("Odůvodnění", "Program podporuje odklon od fosilních paliv, projekt je zavádí.");
        await walker.Type("Podepisuje", "Ing. Petr Havel");
        await walker.Press("Uložit posouzení");
        await walker.Press("Vydat vyjádření");
        await walker.Sees("PRKK/2026/0002");
    }

    private static async Task Corrects(Walker walker, LibreOffice office)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike("S-0001");
        await walker.Type("Důvod opravy", "Souhlas správce toku byl doložen.");
        await walker.Press("Připravit opravu");
        await walker.Sees("Opravuje vyjádření PRKK/2026/0001");
        await walker.Follow("Změnit posouzení");
        await walker.ChooseLike("Závěr", "v souladu");
        await walker.Type("Odůvodnění", "Lávka doplňuje páteřní síť cyklostezek.");
        await walker.Press("Uložit posouzení");
        await walker.Look("statement-correction");
        await walker.Press("Vydat vyjádření");
        await walker.Sees("PRKK/2026/0003");
        var printed = await office.Printed(await walker.Saves(walker.Files("docx"), office.Folder));
        Assert.Contains("PRKK/2026/0003", printed, StringComparison.Ordinal);
        Assert.Contains(LibreOffice.Dense("opravuje a nahrazuje vyjádření PRKK/2026/0001 ze dne 23. 11. 2026"), printed, StringComparison.Ordinal);
        Assert.DoesNotContain(LibreOffice.Dense("Výhrada: chybí"), printed, StringComparison.Ordinal);
    }

    private static async Task Withdraws(Walker walker)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike("S-0002");
        await walker.Press("Odvolat vyjádření");
        await walker.Sees("Vyplňte toto pole.");
        await walker.Look("statement-withdraw-refused");
        await walker.Type("Důvod odvolání", "Žadatel projekt podstatně změnil.");
        await walker.Press("Odvolat vyjádření");
        await walker.Sees("Žadatel projekt podstatně změnil.");
        await walker.Look("statement-work-withdrawn");
        await walker.Follow("Vyjádření k souladu");
        await walker.Look("statement-work-list-full");
    }

    private static async Task Finds(Walker walker)
    {
        await walker.Follow("Vyjádření k souladu");
        await walker.Sees("odvolané");
        await walker.Sees("nahrazené");
        await walker.Look("statements");
        await walker.FollowLike("PRKK/2026/0002");
        await walker.Sees("Žadatel projekt podstatně změnil.");
        await walker.Look("statement-withdrawn");
        await walker.Follow("Vyjádření k souladu");
        await walker.FollowLike("PRKK/2026/0001");
        await walker.Sees("Souhlas správce toku byl doložen.");
        await walker.Look("statement-replaced");
        await walker.FollowLike("PRKK/2026/0003");
        await walker.SeesHeading(Project);
        await walker.Sees("Nahrazuje");
        await walker.Look("statement-replacing");
    }
}
