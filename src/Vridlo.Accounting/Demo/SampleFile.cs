using System.Globalization;
using System.Text;
using NodaTime;
using Vridlo.Core.Organisations;
using Vridlo.Core.Samples;

namespace Vridlo.Accounting.Demo;

/// <summary>A year of sample accounting in Cityvizor's form: budget, invoices of events that projects are known by, and some that nobody knows.</summary>
internal sealed class SampleFile(SampleYear year, IReadOnlyList<OrganisationListed> suppliers)
{
    private const int UnknownEvents = 14, MostInvoices = 6;

    /// <summary>Which paragraph and items a chapter of the budget spends on most.</summary>
    private static readonly Dictionary<string, (int Paragraph, int[] Items)> Chapters = new(StringComparer.Ordinal)
    {
        ["kap-02"] = (3742, [6121, 5169]), ["kap-09"] = (3315, [6121, 5171]), ["kap-10"] = (2212, [6121, 5171]), ["kap-13"] = (3122, [6121, 5137]),
        ["kap-15"] = (4350, [6121, 5137]), ["kap-17"] = (3522, [6122, 6121]), ["kap-18"] = (3636, [5169, 6119]),
    };

    private static readonly string[] Purposes = ["Faktura za stavební práce", "Projektová dokumentace", "Technický dozor", "Dodávka vybavení", "Inženýrská činnost", "Zálohová faktura"];

    private readonly StringBuilder lines = new("type;paragraph;item;unit;event;amount;date;counterpartyId;counterpartyName;description\n");

    /// <param name="bound">what of each chapter is bound for the year: code of the fund, number of the event, haléře</param>
    /// <returns>the file as UTF-8</returns>
    public byte[] Write(IReadOnlyList<(string Fund, string Event, long Amount)> bound)
    {
        foreach (var (fund, number, amount) in bound.Where(b => Chapters.ContainsKey(b.Fund)))
        {
            var (chance, (paragraph, items)) = (year.Chance($"accounting-{number}-{fund}"), Chapters[fund]);
            Line("ROZ", paragraph, items[0], fund, number, amount / 100 * 100, null, null, "");
            var spent = amount / 100 * chance.Between(35, 95);
            var count = chance.Between(2, MostInvoices);
            for (var i = 0; i < count; i++)
            {
                Line("KDF", paragraph, chance.Of(items), fund, number, spent / count / 100 * 100, chance.Day(new(year.Day.Year, 1, 5), year.Day), chance.Of(suppliers), chance.Of(Purposes));
            }
        }

        var other = year.Chance("accounting-others");
        for (var i = 0; i < UnknownEvents; i++)
        {
            var fund = other.Of([.. Chapters.Keys.Order(StringComparer.Ordinal)]);
            Line("KDF", Chapters[fund].Paragraph, other.Of(Chapters[fund].Items), fund, i % 3 == 0 ? "" : $"{700 + i}", other.Between(20, 900) * 100_000L, other.Day(new(year.Day.Year, 1, 5), year.Day), other.Of(suppliers), "Faktura bez známé akce");
        }

        foreach (var month in Enumerable.Range(1, year.Day.Month))
        {
            Line("", 0, 4216, "kap-18", "", other.Between(30, 140) * 10_000_000L, new LocalDate(year.Day.Year, month, 1), null, "Přijaté transfery ze státního rozpočtu");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>The unit (ORJ) under which accounting keeps a chapter.</summary>
    public static string UnitOf(string fund) => fund["kap-".Length..];

    private void Line(string type, int paragraph, int item, string fund, string number, long amount, LocalDate? day, OrganisationListed? other, string description) =>
        lines.Append(CultureInfo.InvariantCulture, $"{type};{paragraph};{item};{UnitOf(fund)};{number};{amount / 100}.{amount % 100:00};{(day is { } on ? Base.DateText.Iso(on < year.Day ? on : year.Day) : "")};{other?.Number};{other?.Name};{description}\n");

    public static bool IsChapter(string fund) => Chapters.ContainsKey(fund);
}
