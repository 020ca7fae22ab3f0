using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Record;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Editing;

/// <summary>What an act did to projects and their money, by the record.</summary>
internal sealed class ActOnProjects(IReadOnlyList<ChangedThing> things)
{
    private const string Posting = "money.posting", Share = "money.share", Instrument = "instrument", Organisation = "organisation";

    /// <summary>The projects it made, with their versions as it left them.</summary>
    public IReadOnlyDictionary<InstrumentId, int> Made { get; } =
        things.Where(t => t.Subject == ProjectMap.Subject && t.Before is null).ToDictionary(t => Id(t.Id), t => t.After!["version"].GetInt32());

    /// <summary>What it entered into the ledger, and of whom.</summary>
    public IReadOnlyDictionary<PostingId, InstrumentId> Postings { get; } =
        things.Where(t => t.Subject == Posting).ToDictionary(t => new PostingId(Guid.Parse(t.Id)), t => new InstrumentId(t.After!["instrument_id"].GetGuid()));

    /// <summary>Those that had been withdrawn and were not any more.</summary>
    public IReadOnlySet<InstrumentId> Returned { get; } = things.Where(t => t.Subject == ProjectMap.Withdrawn && t.After is null).Select(t => Id(t.Id)).ToHashSet();

    /// <summary>The shares it changed of instruments that were there before and after; those of others go with them.</summary>
    public ILookup<InstrumentId, ChangedThing> Shares { get; } = Changed(things);

    /// <summary>
    /// Whether a thing is not for the inverse: postings are reversed, shares are set back with the money that they divide, an instrument with postings stays.
    /// So does an organisation that was entered along the way: the register is everybody's, and nobody here knows who has used it since.
    /// </summary>
    public bool IsApart(ChangedThing thing, IReadOnlySet<InstrumentId> kept) => thing.Subject switch
    {
        Posting => true,
        Share => Shares.Contains(SharedBy(thing)),
        Instrument => kept.Contains(Id(thing.Id)),
        Organisation => thing.Before is null,
        _ => false,
    };

    private static ILookup<InstrumentId, ChangedThing> Changed(IReadOnlyList<ChangedThing> things)
    {
        var whole = things.Where(t => t.Subject == Instrument && (t.Before is null || t.After is null)).Select(t => Id(t.Id)).ToHashSet();
        return things.Where(t => t.Subject == Share && !whole.Contains(SharedBy(t))).ToLookup(SharedBy);
    }

    private static InstrumentId SharedBy(ChangedThing share) => Id(share.Id.Split('/')[0]);

    private static InstrumentId Id(string text) => new(Guid.Parse(text));
}
