using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Reading;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;

namespace Vridlo.Accounting.Sources;

/// <summary>A source as it was understood.</summary>
internal sealed record SourceRead(
    OrganisationId Organisation, SourceForm Form, int EveryDays, FundId? DefaultFund, TextCoding Coding, Delimiter Delimiter, DecimalSign Decimal, string Columns, IReadOnlyList<(FundRuleKind Kind, string Value, FundId Fund)> Rules);

/// <summary>Understands a source as it was typed, or says all that is wrong, each at its field.</summary>
internal sealed class ReadSource(IOrganisations organisations, IMoneyLedger money)
{
    public const int LongestText = 200, MostDays = 400;

    private static readonly JsonSerializerOptions Words = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<SourceRead>> Run(SourceTyped typed, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var funds = await money.Funds.ToDictionaryAsync(f => f.Code, stop);
        var organisation = CompanyNumber.Read(typed.Organisation) is { Ok: true } number ? await organisations.Find(number.Value.Digits, "", stop) : null;
        When(string.IsNullOrWhiteSpace(typed.Name), Problem.Invalid("accounting.source.name-missing", "name"));
        When(organisation is null, Problem.Invalid("accounting.source.organisation-unknown", "organisation"));
        When(new[] { typed.Name, typed.ApprovedTypes, typed.AdjustedTypes, typed.RecoveredItems }.Concat(typed.Columns.Values).Any(t => t.Length > LongestText || t.Contains('\0', StringComparison.Ordinal)),
            Problem.Invalid("accounting.source.long", "name", LongestText));
        var form = Member<SourceForm>(typed.Form, "form");
        var (coding, delimiter, sign) = (Member<TextCoding>(typed.Coding, "coding"), Member<Delimiter>(typed.Delimiter, "delimiter"), Member<DecimalSign>(typed.Decimal, "decimal"));
        When(!int.TryParse(typed.EveryDays.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays, Problem.Invalid("accounting.source.days", "everyDays", MostDays));
        When(Source.Split(typed.RecoveredItems).Any(i => i.Length != 4 || !i.All(char.IsAsciiDigit) || i[0] is < '1' or > '4'), Problem.Invalid("accounting.source.items", "recoveredItems"));
        var standard = typed.DefaultFund.Trim().Length == 0 ? null : Fund(typed.DefaultFund, "defaultFund");
        var columns = typed.Columns.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => c.Key, c => c.Value.Trim());
        problems.AddRange(form is SourceForm.Own ? Columns(columns, typed) : []);
        List<(FundRuleKind, string, FundId)> rules = [];
        foreach (var (i, rule) in typed.Rules.Index().Where(r => (r.Item.Value + r.Item.Fund).Trim().Length > 0))
        {
            var (kind, value, fund) = (Member<FundRuleKind>(rule.Kind, $"kind-{i}"), rule.Value.Trim(), Fund(rule.Fund, $"fund-{i}"));
            When(value.Length is 0 or > 40 || value.Contains('\0', StringComparison.Ordinal), Problem.Invalid("accounting.source.rule-value", $"value-{i}"));
            When(rules.Exists(r => r.Item1 == kind && r.Item2 == value), Problem.Invalid("accounting.source.rule-twice", $"value-{i}", value));
            rules.AddRange(fund is null ? [] : [(kind, value, fund.Id)]);
        }

        return problems.Count > 0 || organisation is null ? problems.ToArray()
            : new SourceRead(organisation.Id, form, days, standard?.Id, coding, delimiter, sign, JsonSerializer.Serialize(columns, Words), rules);

        void When(bool wrong, Problem problem) => problems.AddRange(wrong ? [problem] : Array.Empty<Problem>());

        T Member<T>(string text, string field)
            where T : struct, Enum
        {
            var good = Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member);
            When(!good, Problem.Invalid("accounting.source.choose", field));
            return member;
        }

        FundListed? Fund(string code, string field)
        {
            var found = funds.GetValueOrDefault(code.Trim());
            When(found is null, Problem.Invalid("accounting.source.fund-unknown", field));
            When(found is { Currency: not Currency.Czk }, Problem.Invalid("accounting.source.fund-currency", field));
            return found;
        }
    }

    /// <summary>An own form names paragraph, item and an amount, no head twice, and what marks the budget needs the column of kinds.</summary>
    private static IEnumerable<Problem> Columns(Dictionary<FileField, string> columns, SourceTyped typed)
    {
        foreach (var field in new[] { FileField.Paragraph, FileField.Item }.Where(f => !columns.ContainsKey(f)))
        {
            yield return Problem.Invalid("accounting.source.column-missing", Named(field));
        }

        if (!columns.ContainsKey(FileField.Amount) && !(columns.ContainsKey(FileField.Debit) && columns.ContainsKey(FileField.Credit)))
        {
            yield return Problem.Invalid("accounting.source.amount-missing", Named(FileField.Amount));
        }

        foreach (var twice in columns.GroupBy(c => c.Value.ToUpperInvariant()).Where(g => g.Count() > 1).Select(g => g.Last()))
        {
            yield return Problem.Invalid("accounting.source.column-twice", Named(twice.Key), twice.Value);
        }

        if (Source.Split(typed.ApprovedTypes.ToUpperInvariant()).Concat(Source.Split(typed.AdjustedTypes.ToUpperInvariant())).GroupBy(t => t).FirstOrDefault(g => g.Count() > 1) is { } both)
        {
            yield return Problem.Invalid("accounting.source.type-twice", "adjustedTypes", both.Key);
        }

        if (!columns.ContainsKey(FileField.Type) && (typed.ApprovedTypes + typed.AdjustedTypes).Trim().Length > 0)
        {
            yield return Problem.Invalid("accounting.source.type-missing", Named(FileField.Type));
        }
    }

    /// <summary>The field of the form that holds the head of a column.</summary>
    public static string Named(FileField field) => "column-" + WordsAttribute.Name(field.ToString());
}
