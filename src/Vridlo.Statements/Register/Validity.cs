using Vridlo.Base;

namespace Vridlo.Statements.Register;

/// <summary>Whether an issued statement holds on a day.</summary>
[Words("statements.state")]
internal enum Validity
{
    /// <summary>platné</summary>
    Valid,

    /// <summary>s prošlou platností</summary>
    Expired,

    /// <summary>odvolané</summary>
    Withdrawn,

    /// <summary>nahrazené opravným vyjádřením</summary>
    Replaced,
}
