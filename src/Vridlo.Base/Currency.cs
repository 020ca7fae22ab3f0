namespace Vridlo.Base;

/// <summary>A currency in which regions keep accounts; both have a hundredth as their minor unit (ISO 4217).</summary>
[Words("money.currency")]
public enum Currency
{
    /// <summary>koruna česká, of a hundred haléřů</summary>
    Czk,

    /// <summary>euro, of a hundred cents</summary>
    Eur,
}
