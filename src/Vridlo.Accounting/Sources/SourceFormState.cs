using System.Globalization;
using Vridlo.Accounting.Reading;
using Vridlo.Ui;

namespace Vridlo.Accounting.Sources;

/// <summary>The form of a source.</summary>
internal static class SourceFormState
{
    /// <summary>Rows of rules that a form always has free.</summary>
    public const int MoreRules = 3;

    /// <summary>The columns that an own form can name.</summary>
    public static IReadOnlyList<FileField> Columns { get; } =
        [.. Enum.GetValues<FileField>().Where(f => f is not (FileField.IncomeAmount or FileField.BudgetIncomeAmount or FileField.ExpenditureAmount or FileField.BudgetExpenditureAmount))];

    public static SourceTyped Read(FormState form, int rules) => new(
        form["code"],
        form["name"],
        form["organisation"],
        form["form"],
        form["everyDays"],
        form["defaultFund"],
        form.All("matchesEvents").Contains("1"),
        form["recoveredItems"],
        form["coding"],
        form["delimiter"],
        form["decimal"],
        Columns.ToDictionary(f => f, f => form[ReadSource.Named(f)]),
        form["approvedTypes"],
        form["adjustedTypes"],
        [.. Enumerable.Range(0, rules).Select(i => (form[$"kind-{i}"], form[$"value-{i}"], form[$"fund-{i}"]))]);

    /// <summary>What the form of a new source holds at first.</summary>
    public static FormState Fresh(FormState form) => form
        .With("form", nameof(SourceForm.Cityvizor)).With("everyDays", "31").With("matchesEvents", "1").With("coding", nameof(TextCoding.Utf8)).With("delimiter", nameof(Delimiter.Semicolon)).With("decimal", nameof(DecimalSign.Comma));

    /// <summary>What the form of a source holds at first.</summary>
    public static FormState Of(FormState form, SourceShown shown, IReadOnlyList<FundRule> rules, IReadOnlyDictionary<Core.Funds.FundId, string> funds)
    {
        var source = shown.Source;
        form.With("name", source.Name).With("organisation", shown.OrganisationNumber).With("form", source.Form.ToString()).With("everyDays", source.EveryDays.ToString(CultureInfo.InvariantCulture))
            .With("defaultFund", source.DefaultFund is { } fund ? funds.GetValueOrDefault(fund) : "").With("matchesEvents", source.MatchesEvents ? "1" : "").With("recoveredItems", source.RecoveredItems)
            .With("coding", source.Coding.ToString()).With("delimiter", source.Delimiter.ToString()).With("decimal", source.Decimal.ToString())
            .With("approvedTypes", source.ApprovedTypes).With("adjustedTypes", source.AdjustedTypes).With("version", source.Version.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, head) in source.Heads)
        {
            form.With(ReadSource.Named(column), head);
        }

        foreach (var (i, rule) in rules.Index())
        {
            form.With($"kind-{i}", rule.Kind.ToString()).With($"value-{i}", rule.Value).With($"fund-{i}", funds.GetValueOrDefault(rule.FundId));
        }

        return form;
    }
}
