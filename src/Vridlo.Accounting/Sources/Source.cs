using System.Text.Json;
using Vridlo.Accounting.Reading;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;

namespace Vridlo.Accounting.Sources;

/// <summary>Identifies a source of accounting.</summary>
internal readonly record struct SourceId(Guid Value) : ITypedId<SourceId>
{
    public static SourceId From(Guid value) => new(value);
}

/// <summary>In what form files of a source come.</summary>
[Words("accounting.form")]
internal enum SourceForm
{
    /// <summary>otevřený formát Cityvizoru</summary>
    Cityvizor,

    /// <summary>vlastní CSV: columns as the source says</summary>
    Own,
}

/// <summary>A source of accounting (zdroj účetnictví): whose it is, in what form it comes, how often, and from which funds it pays.</summary>
internal sealed class Source
{
    public required SourceId Id { get; init; }

    /// <summary>Stable human code, unique in the installation.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Whose accounting it is.</summary>
    public required OrganisationId Organisation { get; set; }

    public required SourceForm Form { get; set; }

    /// <summary>After so many days without a file the source is silent.</summary>
    public required int EveryDays { get; set; }

    /// <summary>The fund that pays where no rule says another one; null when none does.</summary>
    public FundId? DefaultFund { get; set; }

    /// <summary>Whether its event numbers are those that instruments are known by; another office may number its own events from one.</summary>
    public required bool MatchesEvents { get; set; }

    /// <summary>Items of income that are money given back, by a space.</summary>
    public required string RecoveredItems { get; set; }

    public required TextCoding Coding { get; set; }

    public required Delimiter Delimiter { get; set; }

    public required DecimalSign Decimal { get; set; }

    /// <summary>Of an own form: the heads of the columns by what they hold, as a JSON object.</summary>
    public required string Columns { get; set; }

    /// <summary>Of an own form: the kinds that mark lines of the approved budget, by a space.</summary>
    public required string ApprovedTypes { get; set; }

    /// <summary>Of an own form: the kinds that mark lines of the adjusted budget, by a space.</summary>
    public required string AdjustedTypes { get; set; }

    /// <summary>Raised by whoever writes rows or entries of the source, who thereby holds it until the transaction ends.</summary>
    public int Turn { get; init; }

    public required int Version { get; set; }

    /// <summary>The form of its files.</summary>
    /// <param name="stage">which budget a file in Cityvizor's form has, which does not say it</param>
    public FileForm FormOfFile(BudgetStage stage) => Form is SourceForm.Cityvizor ? FileForm.Cityvizor(stage) : new(
        Coding,
        Delimiter,
        Decimal,
        Heads.ToDictionary(c => c.Key, c => (IReadOnlyList<string>)[c.Value.ToUpperInvariant()]),
        AllNeeded: true,
        Split(ApprovedTypes).Select(t => (Type: t, Stage: BudgetStage.Approved)).Concat(Split(AdjustedTypes).Select(t => (Type: t, Stage: BudgetStage.Adjusted)))
            .ToDictionary(t => t.Type.ToUpperInvariant(), t => t.Stage));

    /// <summary>The heads of an own form.</summary>
    public IReadOnlyDictionary<FileField, string> Heads => JsonSerializer.Deserialize<Dictionary<FileField, string>>(Columns) ?? [];

    /// <summary>The items of income that are money given back.</summary>
    public IReadOnlySet<int> Recovered => Split(RecoveredItems).Select(i => int.TryParse(i, out var item) ? item : -1).ToHashSet();

    public static string[] Split(string words) => words.Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>By what a rule knows the rows it is for.</summary>
[Words("accounting.rule")]
internal enum FundRuleKind
{
    /// <summary>účelový znak (ÚZ)</summary>
    Purpose,

    /// <summary>organizační jednotka (ORJ)</summary>
    Unit,
}

/// <summary>Says which fund pays rows of a source that have this účelový znak, or this unit.</summary>
internal sealed class FundRule
{
    public required SourceId SourceId { get; init; }

    public required FundRuleKind Kind { get; init; }

    public required string Value { get; init; }

    public required FundId FundId { get; set; }
}
