using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>The installation's own programme as it is in force today, whose measures and activities modules refer to. Read once in a unit of work.</summary>
public sealed class OwnProgramme(IProgrammeLedger ledger, IClock clock)
{
    private EditionHead? edition;
    private IReadOnlyList<Node>? tree;

    /// <summary>The edition in force, or null when there is none.</summary>
    public async Task<EditionHead?> Edition(CancellationToken stop) => edition ??=
        await ledger.First(stop) is { } code ? await ledger.InForce(code, clock.Today(), stop) : null;

    /// <summary>All its nodes in the order of the document; empty when there is none.</summary>
    public async Task<IReadOnlyList<Node>> Tree(CancellationToken stop) => tree ??= await Edition(stop) is { } found ? await ledger.Tree(found.Id, stop) : [];

    /// <summary>Its measures and activities by code.</summary>
    public async Task<IReadOnlyDictionary<string, Node>> ByCode(CancellationToken stop) =>
        (await Tree(stop)).Where(n => n.Kind is NodeKind.Measure or NodeKind.Activity).ToDictionary(n => n.Code, StringComparer.Ordinal);
}
