using NodaTime;

namespace Vridlo.Accounting.Reading;

/// <summary>A line of an accounting document as a file has it.</summary>
/// <param name="FileLine">where in the file</param>
/// <param name="Type">kind of document as the file says it, or empty</param>
/// <param name="Number">number of the document, or empty</param>
/// <param name="Line">line of the document, or empty</param>
/// <param name="Place">where in the budget</param>
/// <param name="Purpose">účelový znak, or empty</param>
/// <param name="Contract">number of a contract as numbers are compared, or empty</param>
/// <param name="Amount">haléře: what came in of income and financing, what went out of spending; less than nothing for what was taken back</param>
/// <param name="Day">day of the document, or null</param>
/// <param name="Counterparty">who was on the other side</param>
/// <param name="Description">what it was for, or empty</param>
internal sealed record ReadRow(
    int FileLine, string Type, string Number, string Line, BudgetPlace Place, string Purpose, string Contract, long Amount, LocalDate? Day, Counterparty Counterparty, string Description)
{
    /// <summary>What tells it from all other lines of its source and year, and finds it again in the next file.</summary>
    public string Key { get; init; } = "";

    /// <summary>All it says, so that a changed one is known.</summary>
    public string Content { get; init; } = "";
}

/// <summary>A line of a budget as a file has it.</summary>
internal sealed record ReadBudget(BudgetStage Stage, BudgetPlace Place, long Amount);

/// <summary>Where in the budget a sum stands.</summary>
/// <param name="Paragraph">paragraf; nothing for income that has none</param>
/// <param name="Item">položka</param>
/// <param name="Unit">ORJ, or empty</param>
/// <param name="Event">ORG as numbers are compared, or empty</param>
internal sealed record BudgetPlace(int Paragraph, int Item, string Unit, string Event);

/// <summary>The other side of a document.</summary>
/// <param name="Number">IČO, eight digits; null when there is none, as of a natural person</param>
/// <param name="Given">the number as the file has it where it is none</param>
/// <param name="Name">the name as the file has it</param>
internal sealed record Counterparty(string? Number, string Given, string Name);

/// <summary>What was read of a file.</summary>
/// <param name="Rows">documents</param>
/// <param name="Budget">lines of the budget</param>
/// <param name="Problems">what is wrong; with any of it nothing is taken</param>
/// <param name="Doubts">what is taken as it is, and should be looked at</param>
/// <param name="Unread">heads of columns that nothing is read from</param>
internal sealed record FileRead(
    IReadOnlyList<ReadRow> Rows, IReadOnlyList<ReadBudget> Budget, IReadOnlyList<LineProblem> Problems, IReadOnlyList<LineProblem> Doubts, IReadOnlyList<string> Unread);
