using Vridlo.Base;

namespace Vridlo.Accounting.Entering;

/// <summary>Where a row stands on its way into the ledger of money.</summary>
[Words("accounting.state")]
internal enum EntryState
{
    /// <summary>čeká: nobody has looked at it yet</summary>
    Waiting,

    /// <summary>zapsáno</summary>
    Entered,

    /// <summary>bez projektu: neither contract nor event is one by which an instrument is known, and nobody has assigned it</summary>
    Unmatched,

    /// <summary>mimo projekty: somebody has said that it belongs to none</summary>
    Outside,

    /// <summary>nejednoznačné: its contract is of one instrument and its event of another</summary>
    Ambiguous,

    /// <summary>bez zdroje peněz: no rule of the source says which fund pays</summary>
    WithoutFund,

    /// <summary>stornováno ručně: somebody has reversed its entry in the ledger</summary>
    TakenBack,

    /// <summary>kniha odmítla</summary>
    Refused,

    /// <summary>mimo knihu: income, financing, and sums of nothing</summary>
    OutOfLedger,

    /// <summary>změněno: a newer revision stands in its place</summary>
    Replaced,

    /// <summary>staženo: the newest file does not have it any more</summary>
    Withdrawn,
}
