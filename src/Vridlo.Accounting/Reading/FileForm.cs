using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>How the bytes of a file are letters.</summary>
[Words("accounting.encoding")]
internal enum TextCoding
{
    /// <summary>UTF-8, with a mark at the beginning or without</summary>
    Utf8,

    /// <summary>Windows-1250</summary>
    Windows1250,
}

/// <summary>What stands between the values of a line.</summary>
[Words("accounting.delimiter")]
internal enum Delimiter
{
    /// <summary>středník</summary>
    Semicolon,

    /// <summary>čárka</summary>
    Comma,

    /// <summary>tabulátor</summary>
    Tab,
}

/// <summary>What stands before the haléře.</summary>
[Words("accounting.decimal")]
internal enum DecimalSign
{
    /// <summary>desetinná čárka; groups of digits may be parted by spaces or points</summary>
    Comma,

    /// <summary>desetinná tečka; groups of digits may be parted by spaces or commas</summary>
    Point,
}

/// <summary>What the lines of the budget in a file say.</summary>
[Words("accounting.budget")]
internal enum BudgetStage
{
    /// <summary>rozpočet schválený</summary>
    Approved,

    /// <summary>rozpočet upravený: after the amendments so far</summary>
    Adjusted,
}

/// <summary>The form of a file: which column is what, and how it is written.</summary>
/// <param name="Coding">its letters</param>
/// <param name="Delimiter">between values</param>
/// <param name="Decimal">before the haléře; null where either may stand and groups of digits may not be parted</param>
/// <param name="Names">the heads a column may have, in capitals</param>
/// <param name="AllNeeded">whether a file must have every column that is named</param>
/// <param name="Stages">what the words in the column <see cref="FileField.Type"/> mean that mark a line of the budget, in capitals</param>
internal sealed record FileForm(
    TextCoding Coding,
    Delimiter Delimiter,
    DecimalSign? Decimal,
    IReadOnlyDictionary<FileField, IReadOnlyList<string>> Names,
    bool AllNeeded,
    IReadOnlyDictionary<string, BudgetStage> Stages)
{
    /// <summary>
    /// The open form of Cityvizor: one file for budget, invoices and the rest, or one as it writes them out. It does not say which budget it
    /// has, so whoever sends it does.
    /// </summary>
    public static FileForm Cityvizor(BudgetStage stage) => new(TextCoding.Utf8, Delimiter.Semicolon, null, CityvizorNames, AllNeeded: false, new Dictionary<string, BudgetStage> { ["ROZ"] = stage });

    /// <summary>The sign itself.</summary>
    public string Separator => Delimiter switch { Delimiter.Comma => ",", Delimiter.Tab => "\t", _ => ";" };

    private static Dictionary<FileField, IReadOnlyList<string>> CityvizorNames { get; } = new()
    {
        [FileField.Type] = ["TYPE", "RECORDTYPE", "MODUL", "DOKLAD_AGENDA"],
        [FileField.Paragraph] = ["PARAGRAPH", "PARAGRAF"],
        [FileField.Item] = ["ITEM", "POLOZKA"],
        [FileField.Unit] = ["UNIT", "ORJ"],
        [FileField.Event] = ["EVENT", "EVENTID", "AKCE", "ORG"],
        [FileField.Amount] = ["AMOUNT", "CASTKA"],
        [FileField.IncomeAmount] = ["INCOMEAMOUNT"],
        [FileField.BudgetIncomeAmount] = ["BUDGETINCOMEAMOUNT"],
        [FileField.ExpenditureAmount] = ["EXPENDITUREAMOUNT"],
        [FileField.BudgetExpenditureAmount] = ["BUDGETEXPENDITUREAMOUNT"],
        [FileField.Day] = ["DATE", "DATUM", "DOKLAD_DATUM"],
        [FileField.CounterpartyNumber] = ["COUNTERPARTYID", "SUBJEKT_IC"],
        [FileField.CounterpartyName] = ["COUNTERPARTYNAME", "SUBJEKT_NAZEV"],
        [FileField.Description] = ["DESCRIPTION", "POZNAMKA"],
    };
}
