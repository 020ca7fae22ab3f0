using Vridlo.Accounting.Classification;
using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>The amounts of a line: one, two sides of an account, or the four columns that Cityvizor writes out.</summary>
internal sealed class LineAmounts(FileHeads heads, FileForm form)
{
    private static readonly (FileField Field, bool Budget)[] Four =
        [(FileField.IncomeAmount, false), (FileField.ExpenditureAmount, false), (FileField.BudgetIncomeAmount, true), (FileField.BudgetExpenditureAmount, true)];

    /// <param name="record">the line</param>
    /// <param name="type">its kind in capitals</param>
    /// <param name="item">its budget item</param>
    /// <param name="refuse">says what is wrong with a field</param>
    /// <returns>the amounts in haléře, each with the budget it is of; null for a document</returns>
    public IReadOnlyList<(BudgetStage? Stage, long Amount)> Read(string[] record, string type, int item, Action<FileField, Problem> refuse)
    {
        BudgetStage? stage = form.Stages.TryGetValue(type, out var budget) ? budget : null;
        if (heads.Has(FileField.Amount))
        {
            return One(record, FileField.Amount, refuse) is { } amount ? [(stage, amount)] : [];
        }

        if (heads.Has(FileField.Debit))
        {
            var (debit, credit) = (One(record, FileField.Debit, refuse, mayBeMissing: true), One(record, FileField.Credit, refuse, mayBeMissing: true));
            if (debit is null || credit is null)
            {
                return [];
            }

            // On the bank account (231) what comes in stands on the debit side, what goes out on the credit side.
            var spent = ItemClasses.Of(item) is ItemClass.Current or ItemClass.Capital;
            return [(stage, spent ? credit.Value - debit.Value : debit.Value - credit.Value)];
        }

        var all = form.Stages.Values.FirstOrDefault(BudgetStage.Adjusted);
        List<(BudgetStage?, long)> found = [.. from one in Four
                                              where heads.Has(one.Field)
                                              let amount = One(record, one.Field, refuse, mayBeMissing: true)
                                              where amount is not (null or 0)
                                              select ((BudgetStage?)(one.Budget ? all : null), amount.Value)];
        return found;
    }

    private long? One(string[] record, FileField field, Action<FileField, Problem> refuse, bool mayBeMissing = false)
    {
        var text = heads.Text(record, field);
        if (text.Length == 0)
        {
            if (!mayBeMissing)
            {
                refuse(field, Problem.Invalid("accounting.value.missing", "file"));
            }

            return mayBeMissing ? 0 : null;
        }

        var read = AmountText.Read(text, form.Decimal);
        if (!read.Ok)
        {
            refuse(field, read.Problems[0]);
        }

        return read.Ok ? read.Value : null;
    }
}
