using Vridlo.Base.Lists;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;

namespace Vridlo.Portal.Changes;

/// <summary>What has changed on the public pages, the newest first.</summary>
internal static class ChangesList
{
    private static readonly SortKey<ActListed> InTime = SortKey<ActListed>.By(a => a.Sequence);

    /// <param name="editions">the editions that the acts entered; may be filled after the acts are read</param>
    public static ListOf<ActListed> Of(IReadOnlyDictionary<EditionId, EditionNamed> editions)
    {
        return new()
        {
            Name = "changes",
            Id = InTime,
            Order = "-at",
            Columns =
            [
                new("at", "portal.changes.at", a => a.At) { Sort = InTime },
                new("kind", "portal.changes.kind", a => a.Kind) { Words = "" },
                new("edition", "portal.changes.what", a => Edition(a)?.Title) { Link = a => Edition(a) is { } e ? $"/programy/{e.Programme}/vydani/{e.Code}" : null },
                new("programme", "portal.changes.programme", a => Edition(a)?.Programme) { FilesOnly = true },
                new("decision", "portal.changes.decision", a => a.Decision),
                new("changes", "portal.changes.count", a => a.Changes) { Figures = true },
                new("id", "portal.changes.id", a => a.Id) { FilesOnly = true },
            ],
            Filters =
            [
                new("topic", "portal.changes.topic", (rows, topic) => topic is Topics.Programme or Topics.Instruments or Topics.Places
                    ? rows.Where(a => (" " + a.Topics + " ").Contains(" " + topic + " "))
                    : null)
                {
                    Choices = [.. new[] { Topics.Programme, Topics.Instruments, Topics.Places }.Select(t => new FilterChoice(t, "portal.changes.topic." + t))],
                },
            ],
        };

        EditionNamed? Edition(ActListed act) => Id(act) is { } id ? editions.GetValueOrDefault(id) : null;
    }

    /// <summary>The editions that the acts entered and that are public.</summary>
    public static Task<IReadOnlyDictionary<EditionId, EditionNamed>> Editions(this IProgrammeLedger ledger, IEnumerable<ActListed> acts, CancellationToken stop) =>
        ledger.Named([.. acts.Select(Id).OfType<EditionId>().Distinct()], stop);

    private static EditionId? Id(ActListed act) => Guid.TryParse(act.Edition, out var id) ? new EditionId(id) : null;
}
