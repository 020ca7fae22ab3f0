using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;

namespace Vridlo.Funds.Entries;

/// <summary>The whole ledger as a list: what every sum is made of.</summary>
internal sealed class EntriesList(IMoneyLedger money, IInstruments instruments, IOrganisations organisations, OwnProgramme programme, IPlaces places)
{
    /// <summary>Paid and come back: what together makes the sum that was spent.</summary>
    public const string Spent = "spent";

    /// <param name="node">the node in the address, or null: what is listed then is not whole postings but what of them is there</param>
    /// <param name="stop">ends the reading</param>
    public async Task<ListSource<PostingListed>> Source(string? node, CancellationToken stop)
    {
        var tree = await programme.Tree(stop);
        return new(List(tree, await money.Funds.OrderBy(f => f.SortTitle).ThenBy(f => f.Id).ToListAsync(stop)), node is not null && At(tree, node) is { } parts ? money.PostingsBy(parts) : money.Postings.Where(p => p.Amount != 0));
    }

    private ListOf<PostingListed> List(IReadOnlyList<Node> tree, IReadOnlyList<FundListed> funds) => new()
    {
        Name = "money",
        Id = SortKey<PostingListed>.By(p => p.Id),
        Order = "-day",
        Columns =
        [
            new("day", "funds.day", p => p.Day) { Sort = SortKey<PostingListed>.By(p => p.Day) },
            new("instrument", "funds.instrument", p => p.InstrumentTitle) { Link = p => p.InstrumentPath.Length > 0 ? p.InstrumentPath : null },
            new("instrumentCode", "funds.instrument.code", p => p.InstrumentCode) { FilesOnly = true },
            new("bearer", "funds.bearer", p => p.BearerName) { FilesOnly = true },
            new("bearerNumber", "funds.bearer.number", p => p.BearerNumber) { FilesOnly = true },
            new("kind", "funds.kind-of-sum", p => p.Kind),
            new("fund", "funds.fund", p => p.FundTitle) { Link = p => $"/penize/zdroje/{p.FundCode}" },
            new("fundCode", "funds.fund.code", p => p.FundCode) { FilesOnly = true },
            new("payer", "funds.payer", p => p.Payer) { FilesOnly = true },
            new("year", "funds.year", p => $"{p.Year}"),
            new("amount", "funds.amount", p => p.Sum) { Sort = SortKey<PostingListed>.By(p => p.Amount), Figures = true },
            new("whole", "funds.amount.whole", p => new Money(p.Whole, p.Currency)) { FilesOnly = true },
            new("currency", "funds.currency", p => p.Currency) { FilesOnly = true },
            new("document", "funds.document", p => p.Document),
            new("note", "funds.note", p => p.Note) { FilesOnly = true },
            new("id", "funds.entry.id", p => p.Id.Value.ToString()) { FilesOnly = true },
            new("reverses", "funds.entry.reverses", p => p.Reverses?.Value.ToString()) { FilesOnly = true },
        ],
        Filters =
        [
            // The rows are of that node already.
            new("node", "funds.area", (rows, code) => At(tree, code) is null ? null : rows)
            {
                Choices = [.. tree.Where(n => n.Kind is NodeKind.Area).Select(n => new FilterChoice(n.Code, "", n.Title?.Prefixed(n.Code + " "))), new("none", "funds.outside")],
                Name = code => tree.FirstOrDefault(n => n.Code == code)?.Title?.Prefixed(code + " "),
            },
            new("sum", "funds.kind-of-sum", OfKind)
            {
                Choices = [.. FilterChoice.Of<SumKind>(), new(Spent, "funds.spent")],
            },
            new("payer", "funds.payer", (rows, word) => WordsAttribute.Read<Payer>(word) is { } payer ? rows.Where(p => p.Payer == payer) : null)
            {
                Choices = FilterChoice.Of<Payer>(),
            },
            new("fund", "funds.fund", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(p => p.FundCode == code) : null)
            {
                Choices = [.. funds.Select(f => new FilterChoice(f.Code, "", f.Title))],
            },
            new("instrument", "funds.instrument.code", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(p => p.InstrumentCode == code) : null),
            new("organisation", "funds.bearer.number", (rows, code) => organisations.Borne(instruments, code) is { } theirs ? rows.Where(p => theirs.Contains(p.Instrument)) : null),
            new("place", "funds.place", AtPlace),
            new("year", "funds.year", (rows, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? rows.Where(p => p.Year == year) : null),
        ],
    };

    private static IQueryable<PostingListed>? OfKind(IQueryable<PostingListed> rows, string word) =>
        word == Spent ? rows.Where(p => p.Kind == SumKind.Paid || p.Kind == SumKind.Recovered)
        : WordsAttribute.Read<SumKind>(word) is { } kind ? rows.Where(p => p.Kind == kind) : null;

    /// <summary>In a municipality, in a district, or nowhere.</summary>
    private IQueryable<PostingListed>? AtPlace(IQueryable<PostingListed> rows, string code) =>
        code == "none" ? rows.Where(p => p.Place == null)
        : code.All(char.IsAsciiLetterOrDigit) ? rows.Where(p => p.Place == code || places.All.Any(m => m.Code == p.Place && m.Parent == code)) : null;

    /// <summary>The parts at and below a node, or on no node of the programme; null when there is no such node.</summary>
    private IQueryable<EntryListed>? At(IReadOnlyList<Node> tree, string code)
    {
        if (code == "none")
        {
            List<NodeId> all = [.. tree.Select(n => n.Id)];
            return money.Entries.Where(e => !all.Contains(e.Node));
        }

        var top = tree.FirstOrDefault(n => n.Code == code);
        List<NodeId> ids = top is null ? [] : [top.Id, .. tree.Where(top.Holds).Select(n => n.Id)];
        return ids.Count == 0 ? null : money.Entries.Where(e => ids.Contains(e.Node));
    }
}
