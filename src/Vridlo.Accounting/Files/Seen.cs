namespace Vridlo.Accounting.Files;

/// <summary>Something wrong or doubtful in a file, in the reader's words.</summary>
/// <param name="Line">the line, or null for the whole file</param>
/// <param name="Column">the head of the column, or null</param>
/// <param name="What">what it is</param>
public sealed record ProblemSeen(int? Line, string? Column, string What);

/// <summary>A budget that a file has, in haléře.</summary>
/// <param name="Stage">which one, in the reader's words</param>
/// <param name="Income">income</param>
/// <param name="Spending">spending</param>
/// <param name="Financing">financing</param>
/// <param name="New">whether it says anything new</param>
public sealed record BudgetSeen(string Stage, long Income, long Spending, long Financing, bool New);
