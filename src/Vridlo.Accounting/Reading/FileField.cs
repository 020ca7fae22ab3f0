using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>What a column of an accounting file can hold.</summary>
[Words("accounting.field")]
internal enum FileField
{
    /// <summary>druh dokladu (agenda): KDF, KOF, POK …, or what marks a line of the budget</summary>
    Type,

    /// <summary>číslo dokladu</summary>
    Number,

    /// <summary>řádek dokladu</summary>
    Line,

    /// <summary>paragraf</summary>
    Paragraph,

    /// <summary>položka</summary>
    Item,

    /// <summary>organizační jednotka (ORJ)</summary>
    Unit,

    /// <summary>akce (ORG)</summary>
    Event,

    /// <summary>účelový znak (ÚZ)</summary>
    Purpose,

    /// <summary>číslo smlouvy</summary>
    Contract,

    /// <summary>částka</summary>
    Amount,

    /// <summary>strana Má dáti: read with <see cref="Credit"/>, where there is no amount</summary>
    Debit,

    /// <summary>strana Dal</summary>
    Credit,

    /// <summary>skutečný příjem, as Cityvizor writes it out</summary>
    IncomeAmount,

    /// <summary>rozpočtovaný příjem, as Cityvizor writes it out</summary>
    BudgetIncomeAmount,

    /// <summary>skutečný výdaj, as Cityvizor writes it out</summary>
    ExpenditureAmount,

    /// <summary>rozpočtovaný výdaj, as Cityvizor writes it out</summary>
    BudgetExpenditureAmount,

    /// <summary>datum dokladu</summary>
    Day,

    /// <summary>IČO protistrany</summary>
    CounterpartyNumber,

    /// <summary>název protistrany</summary>
    CounterpartyName,

    /// <summary>popis</summary>
    Description,
}
