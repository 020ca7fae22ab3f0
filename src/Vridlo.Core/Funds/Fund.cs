using Vridlo.Base;

namespace Vridlo.Core.Funds;

/// <summary>Identifies a fund.</summary>
public readonly record struct FundId(Guid Value) : ITypedId<FundId>
{
    /// <inheritdoc/>
    public static FundId From(Guid value) => new(value);
}

/// <summary>Who pays (zdroj).</summary>
[Words("money.payer")]
public enum Payer
{
    /// <summary>kraj: a chapter of the region's budget</summary>
    Region,

    /// <summary>stát: the state's budget and its funds</summary>
    State,

    /// <summary>EU: a programme of the European Union with its priority</summary>
    Eu,

    /// <summary>obec: municipalities</summary>
    Municipality,

    /// <summary>soukromý zdroj: firms, associations and people</summary>
    Private,
}

/// <summary>A fund (zdroj peněz) from which instruments are paid: of one payer, in one currency, with a limit for every year.</summary>
internal sealed class Fund
{
    public required FundId Id { get; init; }

    /// <summary>Stable human code, unique in the installation.</summary>
    public required string Code { get; init; }

    public required Localized Title { get; set; }

    /// <summary>The Czech name, for sorting.</summary>
    public required string SortTitle { get; set; }

    public required Payer Payer { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The programme and its priority as the payer names them, such as <c>OP Spravedlivá transformace, priorita 1</c>; empty when there is none.</summary>
    public required string Programme { get; set; }

    public required int Version { get; set; }
}
