using Vridlo.Base;

namespace Vridlo.Accounting.Classification;

/// <summary>What stands somewhere in the budget of a source: a row of its documents, or a line of the budget itself.</summary>
internal abstract record Placed
{
    public required string SourceCode { get; init; }

    public required string SourceName { get; init; }

    public required int Year { get; init; }

    public required int Paragraph { get; init; }

    public required int Item { get; init; }

    /// <summary>ORJ, or empty.</summary>
    public required string Unit { get; init; }

    /// <summary>ORG, or empty.</summary>
    public required string Event { get; init; }

    /// <summary>Haléře.</summary>
    public required long Minor { get; init; }

    public Money Amount => new(Minor, Currency.Czk);

    public ItemClass Class => ItemClasses.Of(Item);

    public Localized ParagraphName => Named(BudgetCodes.Paragraph(Paragraph), Paragraph);

    public Localized ItemName => Named(BudgetCodes.Item(Item), Item);

    private static Localized Named(Localized? name, int code) => name?.Prefixed($"{code:0000} ") ?? new($"{code:0000}");
}
