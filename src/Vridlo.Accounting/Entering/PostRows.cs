using NodaTime;
using Vridlo.Accounting.Documents;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;

namespace Vridlo.Accounting.Entering;

/// <summary>Enters in the ledger what is due, after all instruments and funds are held: first what is reversed, which makes room in the funds.</summary>
internal sealed class PostRows(AppDb db, IMoneyLedger money, LocalDate today)
{
    private sealed record Step(DocumentRow Row, Outcome Outcome, bool Reverses);

    public async Task Run(IReadOnlyList<(DocumentRow Row, Outcome Outcome)> due, CancellationToken stop)
    {
        var steps = new List<Step>();
        foreach (var (row, outcome) in due)
        {
            (row.State, row.Instrument, row.Fund, row.Trouble) = (outcome.State, outcome.Instrument, outcome.Fund, "");
            row.Posting = outcome.Keeps ? row.Posting : null;
            steps.AddRange(outcome.Reverse is not null ? [new(row, outcome, Reverses: true)] : []);
            steps.AddRange(outcome.Enter is { Fund: not null } ? [new(row, outcome, Reverses: false)] : []);
        }

        foreach (var step in steps.OrderByDescending(s => s.Reverses))
        {
            var done = step.Reverses
                ? await money.Reverse(step.Outcome.Reverse!.Id, today, step.Outcome.Reverse.Note, stop)
                : await money.Post(Sum(step.Row, step.Outcome.Enter!), stop);
            if (done.Ok)
            {
                db.Add(new RowPosting { Posting = done.Value, RowId = step.Row.Id, SourceId = step.Row.SourceId, Year = step.Row.Year });
                step.Row.Posting = step.Reverses ? step.Row.Posting : done.Value;
            }
            else if (!step.Reverses)
            {
                (step.Row.State, step.Row.Trouble) = (EntryState.Refused, done.Problems[0].Code);
            }
        }
    }

    private static ToPost Sum(DocumentRow row, Verdict verdict) => new(
        verdict.Instrument!.Value,
        verdict.Fund!.Value,
        row.Year,
        verdict.Kind,
        new(verdict.Amount, Currency.Czk),
        row.Counted,
        $"{row.Type} {row.Number}".Trim(),
        $"{row.Paragraph}/{row.Item}");
}
