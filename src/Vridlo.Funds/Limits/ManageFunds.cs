using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Subjects;
using Vridlo.Core.Undo;

namespace Vridlo.Funds.Limits;

/// <summary>Enters funds, their names and their budgets, as they were typed.</summary>
internal sealed class ManageFunds(AppDb db, IMoneyLedger money, Asker asker)
{
    public const string Added = "funds.add", Renamed = "funds.rename", Budgeted = "funds.budget-entered";

    private const string Subject = "money.fund";

    /// <summary>A fund as it was typed.</summary>
    internal sealed record FundTyped(string Code, string Title, string TitleEn, string TitleDe, string Payer, string Currency, string Programme);

    /// <summary>An entry of a budget as it was typed.</summary>
    internal sealed record BudgetTyped(string Year, string Kind, string Amount, LocalDate? Day, string Decision, string Note);

    /// <returns>the code of the fund</returns>
    public async Task<Result<string>> Add(FundTyped typed, CancellationToken stop)
    {
        if (!Enum.TryParse<Payer>(typed.Payer, out var payer) || !Enum.IsDefined(payer) || !Enum.TryParse<Currency>(typed.Currency, out var currency) || !Enum.IsDefined(currency))
        {
            return Problem.Invalid("funds.payer-unknown", "payer");
        }

        var entered = await money.Enter(new(typed.Code, Title(typed), payer, currency, typed.Programme), stop);
        return !entered.Ok ? entered.Problems.ToArray()
            : await db.Commit(asker.Act(Added, ""), stop) ? typed.Code.Trim() : Problem.Conflict("money.fund.code-taken", typed.Code) with { Field = "code" };
    }

    public async Task<Result<int>> Rename(FundId fund, int version, FundTyped typed, CancellationToken stop)
    {
        var renamed = await money.Rename(fund, version, Title(typed), typed.Programme, stop);
        return !renamed.Ok || await db.Commit(asker.Act(Renamed, ""), stop) ? renamed : Problem.Conflict("money.fund.changed-meanwhile");
    }

    public async Task<Result<Guid>> Budget(FundListed fund, BudgetTyped typed, Language language, CancellationToken stop)
    {
        var amount = MoneyText.Read(typed.Amount.Trim(), fund.Currency, language: language);
        List<Problem> problems =
        [
            .. amount.Problems.Select(p => p with { Field = "amount" }),
            .. typed.Day is null ? [Problem.Invalid("funds.day-missing", "day")] : Array.Empty<Problem>(),
        ];
        if (!int.TryParse(typed.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            problems.Add(Problem.Invalid("funds.year-wrong", "year"));
        }

        if (!Enum.TryParse<BudgetKind>(typed.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            problems.Add(Problem.Invalid("funds.budget.kind-unknown", "kind"));
        }

        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        await using var begun = await db.Begin(stop);
        var entered = await money.Budget(new(fund.Id, year, kind, amount.Value, typed.Day!.Value, typed.Decision, typed.Note), stop);
        var decision = typed.Decision.Trim() is { Length: > 0 } named ? named : null;
        return !entered.Ok || await db.Commit(asker.Act(Budgeted, typed.Note.Trim(), decision), stop) ? entered : Problem.Conflict("money.fund.changed-meanwhile");
    }

    /// <summary>Takes back that a fund was entered, as long as nothing is said of any of its years and nothing else refers to it, or that it was renamed.</summary>
    public static async Task<Result<bool>> Undo(IServiceProvider unit, Undoing undoing, CancellationToken stop)
    {
        var (db, money, asker) = (unit.GetRequiredService<AppDb>(), unit.GetRequiredService<IMoneyLedger>(), unit.GetRequiredService<Asker>());
        if (!asker.May(FundRights.Manage))
        {
            return Problem.Forbidden("funds.may-not");
        }

        var subjects = unit.GetRequiredService<KnownSubjects>();
        foreach (var made in undoing.Things.Where(t => t.Before is null && t.Subject == Subject))
        {
            var fund = new FundId(Guid.Parse(made.Id));
            if (await money.Years.AnyAsync(y => y.Fund == fund, stop) || await subjects.IsReferred(new(Subject, made.Id), stop))
            {
                return Problem.Conflict("funds.in-use");
            }
        }

        var refused = await undoing.Apply(stop);
        return refused.Count > 0 ? refused.ToArray() : await db.Commit(undoing.Act, stop) ? true : Problem.Conflict("money.fund.changed-meanwhile");
    }

    private static Localized? Title(FundTyped typed) => typed.Title.Trim().Length == 0 ? null : new(typed.Title.Trim(), typed.TitleEn.Trim(), typed.TitleDe.Trim());
}
