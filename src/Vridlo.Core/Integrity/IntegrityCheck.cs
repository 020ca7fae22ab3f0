using Vridlo.Base;

namespace Vridlo.Core.Integrity;

/// <summary>How bad what a check finds is.</summary>
[Words("core.severity")]
public enum Severity
{
    /// <summary>závada: the data is not what it was</summary>
    Error,

    /// <summary>varování: somebody has to do something</summary>
    Warning,

    /// <summary>upozornění: worth knowing</summary>
    Note,
}

/// <summary>One thing that a check has found.</summary>
/// <param name="Subject">the thing, as people would name it</param>
/// <param name="Path">the Czech address where it can be looked at or mended, or null</param>
public sealed record Finding(string Subject, string? Path = null);

/// <summary>Looks for the things that are wrong in one way; reads and never writes. Empty when all is well.</summary>
public delegate Task<IReadOnlyList<Finding>> FindFaults(IServiceProvider services, CancellationToken stop);

/// <summary>A check of integrity.</summary>
/// <param name="Key">stable key, which is also the key of the text of one finding; <c>{0}</c> in the text is its subject</param>
/// <param name="Severity">how bad it is</param>
/// <param name="TitleKey">key of its name</param>
/// <param name="TodoKey">key of the text that says what to do about it</param>
/// <param name="Find">finds it</param>
public sealed record IntegrityCheck(string Key, Severity Severity, string TitleKey, string TodoKey, FindFaults Find);
