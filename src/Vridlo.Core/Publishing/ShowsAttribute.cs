namespace Vridlo.Core.Publishing;

/// <summary>
/// Marks a public page or answer that may be kept in memory, and names the topics it shows. Without topics it is dropped at
/// every change.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ShowsAttribute(params string[] topics) : Attribute
{
    /// <summary>The topics whose change drops the page; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; } = topics;
}

/// <summary>The topics of Core.</summary>
public static class Topics
{
    /// <summary>Programmes, their editions, nodes and needs.</summary>
    public const string Programme = "programme";

    /// <summary>The common list of instruments and their links.</summary>
    public const string Instruments = "instruments";

    /// <summary>The index of search, when it is built anew without a change of what it holds.</summary>
    public const string Search = "search";

    /// <summary>What modules show on the pages of nodes besides what the programme itself says.</summary>
    public const string Nodes = "nodes";

    /// <summary>Funds, their budgets and what is entered in the ledger of money.</summary>
    public const string Money = "money";

    /// <summary>The register of organisations.</summary>
    public const string Organisations = "organisations";

    /// <summary>The gazetteer and its geometries.</summary>
    public const string Places = "places";
}
