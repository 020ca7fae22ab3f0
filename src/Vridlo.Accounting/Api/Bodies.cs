using System.Globalization;
using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;

namespace Vridlo.Accounting.Api;

/// <summary>A source of accounting, as everybody may see it.</summary>
internal sealed record SourceAnswer(string Code, string Name, string Organisation, string? OrganisationNumber, SourceForm Form, int EveryDays, LocalDate? AsOf, Instant? AcceptedAt, int Version);

/// <summary>Which fund pays rows with this účelový znak, or of this unit.</summary>
internal sealed record RuleBody(FundRuleKind Kind, string Value, string Fund);

/// <summary>The head of a column of an own form.</summary>
internal sealed record ColumnBody(FileField Holds, string Head);

/// <summary>A source to enter, or as it is to be; the version is that which was seen, and of no use to a new one. An own form names its columns.</summary>
internal sealed record SourceBody(
    string Name,
    string OrganisationNumber,
    int EveryDays,
    SourceForm Form,
    string Code = "",
    string DefaultFund = "",
    bool MatchesEvents = true,
    string RecoveredItems = "",
    TextCoding Encoding = default,
    Delimiter Delimiter = default,
    DecimalSign Decimal = default,
    IReadOnlyList<ColumnBody>? Columns = null,
    string ApprovedTypes = "",
    string AdjustedTypes = "",
    IReadOnlyList<RuleBody>? Rules = null,
    int Version = 0)
{
    internal SourceTyped Typed() => new(
        Code, Name, OrganisationNumber, Form.ToString(), EveryDays.ToString(CultureInfo.InvariantCulture), DefaultFund, MatchesEvents, RecoveredItems,
        Encoding.ToString(), Delimiter.ToString(), Decimal.ToString(),
        (Columns ?? []).GroupBy(c => c.Holds).ToDictionary(g => g.Key, g => g.Last().Head), ApprovedTypes, AdjustedTypes, [.. (Rules ?? []).Select(r => (r.Kind.ToString(), r.Value, r.Fund))]);
}

/// <summary>What stands for the source in addresses.</summary>
internal sealed record SourceEntered(string Code);

/// <summary>The version it has now.</summary>
internal sealed record SourceVersion(int Version);

/// <summary>A row of accounting; sums in crowns. Who has no company number is not named to the public.</summary>
internal sealed record DocumentAnswer(
    Guid Id, string Source, int Year, LocalDate Day, DocumentSort Sort, string Type, string Number, string Line, int Paragraph, int Item, ItemClass Class, string Unit, string Event, string Purpose, string Contract,
    decimal Amount, string? CounterpartyNumber, string CounterpartyName, string Description, int Revision, EntryState State, string? Project);

/// <summary>A line of a budget as it stood last; sums in crowns.</summary>
internal sealed record BudgetLineAnswer(
    string Source, int Year, BudgetStage Budget, LocalDate AsOf, int Paragraph, int Item, ItemClass Class, string Unit, string Event, decimal Amount);

/// <summary>A supplier over all sources; sums in crowns.</summary>
internal sealed record SupplierAnswer(string Number, string Name, int Documents, int Sources, decimal Spent);

/// <summary>Something wrong or doubtful in a file: the line, the head of the column, the code and the words of the problem.</summary>
internal sealed record FileProblemAnswer(int? Line, string? Column, string Code, string Message);

/// <summary>A budget that a file has, in crowns.</summary>
internal sealed record FileBudgetAnswer(BudgetStage Stage, decimal Income, decimal Spending, decimal Financing, bool New);

/// <summary>Rows of a file that belong together: the project, or why they would not be entered and their event.</summary>
internal sealed record FileMatchAnswer(string? Project, EntryState State, string Event, int Rows, decimal Spent);

/// <summary>What a file would change; it is accepted with this version of its source.</summary>
internal sealed record PreviewAnswer(
    Guid Id, string Source, int Version, int Year, LocalDate AsOf, bool Acceptable, int Added, int Changed, int Withdrawn, int Unchanged,
    IReadOnlyList<FileBudgetAnswer> Budgets, IReadOnlyList<FileMatchAnswer> Matches, IReadOnlyList<FileProblemAnswer> Problems, IReadOnlyList<FileProblemAnswer> Doubts);

/// <summary>The version of the source that was seen with the file.</summary>
internal sealed record AcceptBody(int Version);

/// <summary>What came of a file.</summary>
internal sealed record AcceptedAnswer(int Added, int Changed, int Withdrawn, int Unchanged);

/// <summary>Whether it was done.</summary>
internal sealed record DroppedAnswer(bool Done);

/// <summary>How many rows stand elsewhere than before.</summary>
internal sealed record EnteredRows(int Rows);

/// <summary>To which project a row, or all rows of an event, are assigned, or that they belong to none.</summary>
internal sealed record AssignBody(string Project = "", bool Outside = false, Guid? Row = null, string Event = "", string Why = "")
{
    internal AssignRows.Command Command() => new(Row is { } row ? new RowId(row) : null, Event, Project, Outside, Why);
}

/// <summary>The identity of the assignment.</summary>
internal sealed record AssignedAnswer(Guid Id);

/// <summary>Why accounting and the ledger differ; sums in crowns.</summary>
internal sealed record ReasonAnswer(EntryState State, int Rows, decimal Spent);

/// <summary>An event of a project.</summary>
internal sealed record AgreementLineAnswer(string Event, decimal Accounting, decimal Ledger, decimal Unexplained, IReadOnlyList<ReasonAnswer> Reasons);

/// <summary>A project; none for rows that nothing matches.</summary>
internal sealed record AgreementPartAnswer(string? Project, decimal Accounting, decimal Ledger, decimal Difference, decimal ByHand, IReadOnlyList<AgreementLineAnswer> Events);

/// <summary>The accounting of a source beside the ledger of money, in crowns; what belongs to no project stands apart from the difference.</summary>
internal sealed record AgreementAnswer(string Source, int? Year, decimal Accounting, decimal Ledger, decimal Difference, ReasonAnswer Outside, IReadOnlyList<AgreementPartAnswer> Projects);
