using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Data;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Offers;

/// <summary>Offers as a municipality makes them, step by step.</summary>
internal static partial class Offering
{
    public const string Mail = "jana.novotna@dasnice.example", Person = "Jana Novotná", Phone = "+420 777 123 456";

    public static Dictionary<string, string> Who { get; } = new()
    {
        ["organisation"] = "Obec Dasnice", ["companyNumber"] = "00573124", ["contactName"] = Person, ["mail"] = Mail, ["phone"] = Phone,
    };

    public static Dictionary<string, string> Intent { get; } = new()
    {
        ["title"] = "Lávka pro cyklisty přes Ohři u Dasnic",
        ["description"] = "Nová lávka spojí dva úseky páteřní cyklostezky podél Ohře.",
        ["need"] = "Bezpečná cyklistická doprava mezi obcemi.",
        ["place"] = "dasnice",
    };

    public static Dictionary<string, string> Programme { get; } = new() { ["link-0"] = "4.2.1", ["share-0"] = "75", ["link-1"] = "12.4", ["share-1"] = "25 %" };

    public static Dictionary<string, string> Money { get; } = new()
    {
        ["year-0"] = "2027", ["source-0"] = "rozpočet obce", ["sum-0"] = "2,5 mil. Kč", ["year-2"] = "2028", ["source-2"] = "dotace z fondů EU", ["sum-2"] = "10 000 000,50",
        ["starts"] = "3/2027", ["ends"] = "2Q/2028", ["documents"] = "Met", ["permits"] = "Begun", ["land"] = "NotNeeded", ["finance"] = "Open",
    };

    public static Dictionary<string, string> With(this Dictionary<string, string> typed, Dictionary<string, string>? other) =>
        other is null ? typed : typed.Where(t => !other.ContainsKey(t.Key)).Concat(other).ToDictionary();

    /// <summary>Writes an offer up to its last step.</summary>
    /// <returns>address of the offer</returns>
    public static async Task<string> Write(this Worker citizen, Dictionary<string, string>? who = null, Dictionary<string, string>? intent = null)
    {
        var second = await citizen.Led("/zamery/nabidka/zacatek", "who", Who.With(who));
        var third = await citizen.Led(second, "step", Intent.With(intent));
        var fourth = await citizen.Led(third, "step", Programme);
        var fifth = await citizen.Led(fourth, "step", Money);
        return fifth[..fifth.LastIndexOf('/')];
    }

    /// <summary>Writes an offer, sends it and confirms it by the letter.</summary>
    public static async Task<string> Offer(this Site site, Dictionary<string, string>? who = null, Dictionary<string, string>? intent = null)
    {
        using var citizen = new Worker(site.Client.BaseAddress!);
        var address = await citizen.Write(who, intent);
        await citizen.Led(address + "/5", "send", []);
        await citizen.Led(await site.LinkOf("confirm", Who.With(who)["mail"]), "confirm", []);
        return address;
    }

    /// <summary>Sends a form and says where it leads.</summary>
    public static async Task<string> Led(this Worker worker, string address, string form, Dictionary<string, string> typed)
    {
        using var answer = await worker.Send(address, form, typed);
        return answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.ToString())
            : throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {Worker.Said(await Worker.Read(answer))}");
    }

    /// <summary>The letters of a sort to an address, the oldest first.</summary>
    public static async Task<List<string>> Letters(this Site site, string kind = "", string address = Mail)
    {
        var like = $"projects.offers.{kind}%";
        return await site.Within.In(unit =>
            unit.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT subject || ' ' || body AS \"Value\" FROM mail_letter WHERE address = {address} AND kind LIKE {like} ORDER BY id").ToListAsync());
    }

    /// <summary>The path of the link in the last letter of a sort.</summary>
    public static async Task<string> LinkOf(this Site site, string kind, string address = Mail) =>
        new Uri(Links().Match((await site.Letters(kind, address))[^1]).Value).PathAndQuery;

    public static string Says(this IHtmlDocument page) => Plain(page.QuerySelector("main")!.TextContent);

    /// <summary>Text with ordinary spaces only.</summary>
    public static string Plain(string text) => text.Replace(Base.Typography.NoBreakSpace, ' ');

    public static Task<int> Count<T>(this Site site)
        where T : class => site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<T>().CountAsync());

    public static Task<Projects.Offers.Register.Offer> Stored(this Site site, string code = "N-0001")
    {
        var number = Projects.Offers.Register.Offer.NumberOf(code);
        return site.Within.In(unit => unit.GetRequiredService<AppDb>().Set<Projects.Offers.Register.Offer>().AsNoTracking().SingleAsync(o => o.Number == number));
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();
}
