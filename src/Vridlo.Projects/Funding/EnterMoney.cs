using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Funding;

/// <summary>Enters money of a project as it was typed: its plan as a whole, one sum, or the reversal of one.</summary>
internal sealed class EnterMoney(AppDb db, IMoneyLedger money, EnterSum enter, ProjectAccess access, Asker asker, IClock clock)
{
    public const string Planned = "projects.money-planned", Posted = "projects.money-posted", Reversed = "projects.money-reversed";

    public const int LongestNote = 500;

    /// <summary>A row of the plan: code of the fund, year, sum.</summary>
    internal sealed record PlanRow(string Fund, string Year, string Sum);

    /// <summary>A sum to enter.</summary>
    internal sealed record SumTyped(string Kind, string Fund, string Year, string Sum, LocalDate? Day, string Document, string Note);

    /// <summary>Replaces the plan.</summary>
    /// <param name="seen">the last posting of the plan that was seen (<see cref="LastPlanned"/>), or null when nobody looked</param>
    /// <returns>how many postings that took</returns>
    public Task<Result<int>> Plan(InstrumentId project, IReadOnlyList<PlanRow> rows, Language language, string why, string? seen, CancellationToken stop) =>
        Written(project, Planned, why, async () =>
        {
            await money.Hold([project], [], stop);
            if (seen is not null && seen != await LastPlanned(project, stop))
            {
                return Problem.Conflict("projects.plan-meanwhile");
            }

            if (rows.Any(r => r.Sum.Trim().Length > 0) && await db.Set<Project>().AnyAsync(p => p.Id == project && p.Stage == Stage.Dropped, stop))
            {
                return Problem.Conflict("projects.plan-dropped");
            }

            var funds = await Funds(stop);
            var problems = new List<Problem>();
            var sums = new List<PlannedSum>();
            foreach (var (row, i) in rows.Select((r, i) => (r, i)).Where(r => (r.r.Fund + r.r.Year + r.r.Sum).Trim().Length > 0))
            {
                var fund = Fund(funds, row.Fund, $"fund-{i}", problems);
                var year = Year(row.Year, $"year-{i}", problems);
                if (Sum(row.Sum, fund?.Currency ?? Currency.Czk, language, $"sum-{i}", problems) is { } sum && fund is not null)
                {
                    sums.Add(new(fund.Id, year, sum));
                }
            }

            return problems.Count > 0 ? problems.ToArray() : await money.Plan(project, sums, Today, why, stop);
        }, stop);

    /// <summary>Enters one sum.</summary>
    public async Task<Result<PostingId>> Post(InstrumentId project, SumTyped typed, Language language, CancellationToken stop)
    {
        if (!await access.May(ProjectRights.Money, project, stop))
        {
            return MayNot;
        }

        var problems = new List<Problem>();
        var fund = Fund(await Funds(stop), typed.Fund, "fund", problems);
        problems.AddRange(typed.Day is null ? [Problem.Invalid("projects.day-missing", "day")] : typed.Day > Today ? [Problem.Invalid("projects.day-future", "day")] : Array.Empty<Problem>());
        if (!Enum.TryParse<SumKind>(typed.Kind, out var kind) || kind is not (SumKind.Committed or SumKind.Paid or SumKind.Recovered))
        {
            problems.Add(Problem.Invalid("projects.kind-wrong", "kind"));
        }

        var year = Year(typed.Year, "year", problems);
        var sum = Sum(typed.Sum, fund?.Currency ?? Currency.Czk, language, "amount", problems);
        return problems.Count > 0 || fund is null || sum is not { } known || typed.Day is not { } on
            ? problems.ToArray()
            : await enter.Run(new(project, fund.Id, year, kind, known, on, typed.Document, typed.Note), asker.Act(Posted, typed.Note.Trim()), stop);
    }

    /// <summary>Reverses a posting of the project.</summary>
    public Task<Result<PostingId>> Reverse(InstrumentId project, PostingId posting, string why, CancellationToken stop) =>
        Written(project, Reversed, why.Trim(), async () =>
            why.Trim().Length == 0 ? Problem.Invalid("projects.why-missing", "why")
            : !await money.Postings.AnyAsync(p => p.Id == posting && p.Instrument == project, stop) ? Problem.NotFound("money.posting.unknown")
            : await money.Reverse(posting, Today, why, stop), stop);

    /// <summary>What tells one state of a project's plan from another: its last posting; empty when nothing was planned yet.</summary>
    public async Task<string> LastPlanned(InstrumentId project, CancellationToken stop) =>
        (await money.Postings.Where(p => p.Instrument == project && p.Kind == SumKind.Planned).OrderByDescending(p => p.Id).Select(p => (Guid?)p.Id.Value).FirstOrDefaultAsync(stop))?.ToString("N") ?? "";

    private async Task<Result<T>> Written<T>(InstrumentId project, string act, string why, Func<Task<Result<T>>> enter, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (!await access.May(ProjectRights.Money, project, stop))
        {
            return MayNot;
        }

        var entered = await enter();
        return !entered.Ok || await db.Commit(asker.Act(act, why), stop) ? entered : Problem.Conflict("projects.changed-meanwhile");
    }

    private static Problem MayNot => Problem.Forbidden("projects.may-not-enter-money");

    private LocalDate Today => clock.Today();

    private async Task<IReadOnlyDictionary<string, FundListed>> Funds(CancellationToken stop) => await money.Funds.ToDictionaryAsync(f => f.Code, stop);

    private static FundListed? Fund(IReadOnlyDictionary<string, FundListed> funds, string code, string field, List<Problem> problems)
    {
        var found = funds.GetValueOrDefault(code.Trim());
        problems.AddRange(found is null ? [Problem.Invalid("projects.fund-unknown", field)] : Array.Empty<Problem>());
        return found;
    }

    private static int Year(string text, string field, List<Problem> problems)
    {
        var good = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        problems.AddRange(good ? Array.Empty<Problem>() : [Problem.Invalid("projects.year-wrong", field)]);
        return year;
    }

    private static Money? Sum(string text, Currency currency, Language language, string field, List<Problem> problems)
    {
        var read = MoneyText.Read(text.Trim(), currency, language: language);
        problems.AddRange(read.Problems.Select(p => p with { Field = field }));
        return read.Ok ? read.Value : null;
    }
}
