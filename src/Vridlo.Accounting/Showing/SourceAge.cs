using NodaTime;

namespace Vridlo.Accounting.Showing;

/// <summary>How old the data of a source are.</summary>
/// <param name="Name">the source</param>
/// <param name="Organisation">whose accounting it is</param>
/// <param name="AsOf">the day whose state is there, or null</param>
/// <param name="At">when the last file was accepted, or null</param>
/// <param name="Due">when the next one was to come, or null when there was none yet</param>
/// <param name="FailedAt">when the last file was sent that could not be read; null when one was accepted since</param>
/// <param name="Silent">whether a file should have come by now</param>
public sealed record SourceAge(string Name, string Organisation, LocalDate? AsOf, Instant? At, Instant? Due, Instant? FailedAt, bool Silent);

/// <summary>A budget as it stood on a day, in haléře.</summary>
public sealed record BudgetState(string Source, LocalDate Day, Enum Stage, long Income, long Spending, long Financing);
