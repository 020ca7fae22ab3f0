using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Budgets;

/// <summary>A line of a budget in a list.</summary>
internal sealed record BudgetLineListed : Placed
{
    /// <summary>Source, year, stage and number, so that it is one of all lines and stands where it stands in the budget.</summary>
    public required string Id { get; init; }

    public required BudgetStage Stage { get; init; }

    /// <summary>The day whose state the budget is of.</summary>
    public required LocalDate AsOf { get; init; }
}
