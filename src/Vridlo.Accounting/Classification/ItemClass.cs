using Vridlo.Base;

namespace Vridlo.Accounting.Classification;

/// <summary>What a budget item (položka) is by the first of its digits (vyhláška 412/2021 Sb.).</summary>
[Words("accounting.class")]
internal enum ItemClass
{
    /// <summary>příjmy, třídy 1 až 4</summary>
    Income,

    /// <summary>běžné výdaje, třída 5</summary>
    Current,

    /// <summary>kapitálové výdaje, třída 6</summary>
    Capital,

    /// <summary>financování, třída 8: neither income nor spending, so no sum of these has it in it</summary>
    Financing,

    /// <summary>what the classification does not know</summary>
    Other,
}

/// <summary>Tells the class of an item.</summary>
internal static class ItemClasses
{
    /// <summary>The first items of spending, of financing, and beyond it.</summary>
    public const int FirstSpending = 5000, AfterSpending = 7000, FirstFinancing = 8000, AfterFinancing = 9000;

    public static ItemClass Of(int item) => (item / 1000) switch
    {
        >= 1 and <= 4 => ItemClass.Income,
        5 => ItemClass.Current,
        6 => ItemClass.Capital,
        8 => ItemClass.Financing,
        _ => ItemClass.Other,
    };
}
