using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;

namespace Vridlo.Core.Funds;

/// <summary>Reading the ledger, and what funds are called.</summary>
internal sealed partial class MoneyLedger
{
    private const int LongestCode = 40;

    public IQueryable<FundListed> Funds => db.Set<Fund>().AsNoTracking().Select(f => new FundListed
    {
        Id = f.Id, Code = f.Code, Title = f.Title, SortTitle = f.SortTitle, Payer = f.Payer, Currency = f.Currency, Programme = f.Programme, Version = f.Version,
    });

    public IQueryable<FundYearListed> Years => db.Set<FundYear>().AsNoTracking().Select(y => new FundYearListed
    {
        Fund = y.FundId, Year = y.Year, Approved = y.Approved, Adjusted = y.Adjusted, Planned = y.Planned, Committed = y.Committed, Paid = y.Paid, Recovered = y.Recovered, Uncovered = y.Uncovered,
    });

    public IQueryable<BudgetListed> Budgets => db.Set<BudgetEntry>().AsNoTracking().Select(e => new BudgetListed
    {
        Id = e.Id, Fund = e.FundId, Year = e.Year, Kind = e.Kind, Amount = e.Amount, Day = e.Day, Decision = e.Decision, Note = e.Note,
    });

    public IQueryable<PostingListed> Postings => Listed(db.Set<Posting>().AsNoTracking().Select(p => new PostingPart { Posting = p, Amount = p.Amount }));

    public IQueryable<PostingListed> PostingsBy(IQueryable<EntryListed> parts) => Listed(
        from part in parts.GroupBy(e => e.Posting).Select(g => new { Posting = g.Key, Amount = g.Sum(e => e.Amount) })
        where part.Amount != 0
        join posting in db.Set<Posting>().AsNoTracking() on part.Posting equals posting.Id
        select new PostingPart { Posting = posting, Amount = part.Amount });

    private IQueryable<PostingListed> Listed(IQueryable<PostingPart> parts) =>
        from part in parts
        join instrument in db.Set<Instrument>() on part.Posting.InstrumentId equals instrument.Id
        join fund in db.Set<Fund>() on part.Posting.FundId equals fund.Id
        let posting = part.Posting
        select new PostingListed
        {
            Id = posting.Id,
            Instrument = posting.InstrumentId,
            InstrumentCode = instrument.Code,
            InstrumentTitle = instrument.Title,
            InstrumentPath = instrument.Path,
            Place = instrument.Place,
            BearerName = db.Set<Organisation>().Where(o => (OrganisationId?)o.Id == db.Set<Organisation>().Where(n => n.Id == instrument.Bearer).Select(n => (OrganisationId?)(n.MergedInto ?? n.Id)).FirstOrDefault()).Select(o => o.Name).FirstOrDefault(),
            BearerNumber = db.Set<Organisation>().Where(o => (OrganisationId?)o.Id == db.Set<Organisation>().Where(n => n.Id == instrument.Bearer).Select(n => (OrganisationId?)(n.MergedInto ?? n.Id)).FirstOrDefault()).Select(o => o.Number).FirstOrDefault(),
            Fund = posting.FundId,
            FundCode = fund.Code,
            FundTitle = fund.Title,
            Payer = fund.Payer,
            Currency = fund.Currency,
            Year = posting.Year,
            Kind = posting.Kind,
            Amount = part.Amount,
            Whole = posting.Amount,
            Day = posting.Day,
            Document = posting.Document,
            Note = posting.Note,
            Reverses = posting.Reverses,
            Reversed = db.Set<Posting>().Any(p => p.Reverses == posting.Id),
        };

    public IQueryable<EntryListed> Entries => db.Set<LedgerEntry>().AsNoTracking().Select(e => new EntryListed { Posting = e.PostingId, Node = e.NodeId, Amount = e.Amount });

    public IQueryable<NodeSum> Sums =>
        from balance in db.Set<NodeBalance>().AsNoTracking()
        join fund in db.Set<Fund>() on balance.FundId equals fund.Id
        select new NodeSum
        {
            Node = balance.NodeId, Fund = fund.Id, Payer = fund.Payer, Currency = fund.Currency, Year = balance.Year, Kind = balance.Kind, Amount = balance.Amount,
        };

    public IQueryable<ShareListed> Shares => db.Set<MoneyShare>().AsNoTracking().Select(s => new ShareListed { Instrument = s.InstrumentId, Node = s.NodeId, Share = s.Share });

    public async Task<Result<FundId>> Enter(FundToEnter fund, CancellationToken stop)
    {
        var code = fund.Code.Trim();
        if (code.Length is 0 or > LongestCode || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || code.StartsWith('-'))
        {
            return Problem.Invalid("money.fund.code-wrong", "code", code.Length > LongestCode ? code[..LongestCode] : code, LongestCode);
        }

        if (Titled(fund.Title, fund.Programme) is { } wrong)
        {
            return wrong;
        }

        if (await db.Set<Fund>().AnyAsync(f => f.Code == code, stop))
        {
            return Problem.Conflict("money.fund.code-taken", code) with { Field = "code" };
        }

        var added = new Fund
        {
            Id = TypedId.New<FundId>(),
            Code = code,
            Title = fund.Title!,
            SortTitle = fund.Title!.ToString(),
            Payer = fund.Payer,
            Currency = fund.Currency,
            Programme = fund.Programme.Trim(),
            Version = 1,
        };
        db.Add(added);
        return added.Id;
    }

    public async Task<Result<int>> Rename(FundId fund, int version, Localized? title, string programme, CancellationToken stop)
    {
        if (await Fund(fund, stop) is not { } there)
        {
            return Problem.NotFound("money.fund.unknown");
        }

        if (Titled(title, programme) is { } wrong)
        {
            return wrong;
        }

        if (there.Version != version)
        {
            return Problem.Conflict("money.fund.changed-meanwhile");
        }

        (there.Title, there.SortTitle, there.Programme) = (title!, title!.ToString(), programme.Trim());
        return ++there.Version;
    }

    /// <summary>A posting and what of it is meant.</summary>
    private sealed class PostingPart
    {
        public required Posting Posting { get; init; }

        public required long Amount { get; init; }
    }

    private static Problem? Titled(Localized? title, string programme) =>
        title is null ? Problem.Invalid("money.fund.title-missing", "title")
        : title.ToString().Length > LongestText || programme.Length > LongestText || (title + programme).Contains('\0', StringComparison.Ordinal) ? Problem.Invalid("money.words-wrong", "title", LongestText)
        : null;
}
