using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Statements.Tests;

/// <summary>Applications as the public sends them, and what officers do with them.</summary>
internal static class Asked
{
    public const string Mail = "jana.novotna@dasnice.example", Phone = "+420 777 123 456", Person = "Jana Novotná";

    public static Dictionary<string, string> Lavka { get; } = new()
    {
        ["applicant"] = "Obec Dasnice",
        ["companyNumber"] = "00573124",
        ["seat"] = "Dasnice 1, 357 09 Habartov",
        ["dataBox"] = "abc1234",
        ["contactName"] = Person,
        ["mail"] = Mail,
        ["phone"] = Phone,
        ["title"] = "Lávka pro cyklisty přes Ohři u Dasnic",
        ["place"] = "560332",
        ["description"] = "Nová lávka spojí dva úseky páteřní cyklostezky podél Ohře.",
        ["aim"] = "Bezpečná cyklistická doprava mezi obcemi.",
        ["outputs"] = "Lávka dlouhá 62 m a 400 m cyklostezky.",
        ["cost"] = "12,5 mil. Kč",
        ["fundingProgramme"] = "IROP",
        ["fundingCall"] = "102. výzva",
        ["funding"] = "10 mil. Kč",
        ["fundingDeadline"] = "31. 3. 2027",
        ["starts"] = "3/2027",
        ["ends"] = "2Q/2028",
        ["claimed-0"] = "4.2",
    };

    public static Dictionary<string, string> Decision { get; } = new()
    {
        ["node"] = "4.2.1",
        ["outcome"] = "Partly",
        ["reasons"] = "Lávka doplňuje páteřní síť.\nVýhrada: chybí souhlas správce toku.",
        ["signatory"] = "Ing. Petr Havel",
        ["signatoryRole"] = "vedoucí odboru regionálního rozvoje",
    };

    /// <summary>Sends the form as somebody who has not signed in.</summary>
    /// <returns>the page that answers, and its address</returns>
    public static async Task<(IHtmlDocument Page, string Address)> Ask(this Site site, Dictionary<string, string>? other = null)
    {
        using var citizen = new Worker(site.Client.BaseAddress!);
        using var answer = await citizen.Send("/vyjadreni/zadost", "application", Lavka.With(other ?? []));
        var led = answer.Headers.Location is { } to ? new Uri(site.Client.BaseAddress!, to).PathAndQuery
            : throw new InvalidOperationException($"{(int)answer.StatusCode}: {Worker.Said(await Worker.Read(answer))}");
        return (await site.Page(led), led);
    }

    public static Dictionary<string, string> With(this Dictionary<string, string> typed, Dictionary<string, string> other) =>
        typed.Where(t => !other.ContainsKey(t.Key)).Concat(other).ToDictionary();

    public static Task<IHtmlDocument> Decide(this Worker officer, string code, Dictionary<string, string>? other = null) =>
        officer.Done($"/prace/vyjadreni/{code}/rozhodnuti", "decision", Decision.With(other ?? []));

    public static Task<IHtmlDocument> Issue(this Worker officer, string code) => officer.Done($"/prace/vyjadreni/{code}", "issue");

    /// <summary>The letters to an address, subject and text.</summary>
    public static Task<List<string>> Letters(this Site site, string address = Mail) => site.Within.In(unit =>
        unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT subject || ' ' || body AS \"Value\" FROM mail_letter WHERE address = {address} ORDER BY id").ToListAsync());

    /// <summary>What a DOCX file says, a line for each paragraph.</summary>
    public static IReadOnlyList<string> Lines(byte[] docx)
    {
        using var stream = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => Plain(string.Concat(p.Descendants().Select(d => d switch { Text t => t.Text, Break => "|", _ => "" }))))];
    }

    /// <summary>Text with ordinary spaces only.</summary>
    public static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');
}
