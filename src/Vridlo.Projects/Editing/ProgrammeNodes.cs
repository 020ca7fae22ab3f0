using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Projects.Editing;

/// <summary>The measures and activities of the installation's own programme as it is in force, to which projects are linked.</summary>
internal sealed class ProgrammeNodes(IProgrammeLedger ledger, IClock clock)
{
    private EditionHead? edition;

    /// <summary>The edition in force, or null when there is none.</summary>
    public async Task<EditionHead?> Edition(CancellationToken stop) => edition ??= await ledger.First(stop) is { } code ? await ledger.InForce(code, Today, stop) : null;

    /// <summary>All nodes in the order of the document.</summary>
    public async Task<IReadOnlyList<Node>> Tree(CancellationToken stop) => await Edition(stop) is { } found ? await ledger.Tree(found.Id, stop) : [];

    /// <summary>What a project can carry out, by code.</summary>
    public async Task<IReadOnlyDictionary<string, Node>> ByCode(CancellationToken stop) =>
        (await Tree(stop)).Where(n => n.Kind is NodeKind.Measure or NodeKind.Activity).ToDictionary(n => n.Code, StringComparer.Ordinal);

    private LocalDate Today => clock.GetCurrentInstant().InZone(DateText.Zone).Date;
}
