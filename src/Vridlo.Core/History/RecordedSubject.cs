namespace Vridlo.Core.History;

/// <summary>
/// The keys, as the record writes them, of things at places where whoever asks holds the right to read their history.
/// </summary>
public delegate Task<IReadOnlyCollection<string>> ThingsWithin(IServiceProvider unit, CancellationToken stop);

/// <summary>Who may read the history of a sort of thing. What nobody declares only those may read who may read everything.</summary>
/// <param name="Subject">the sort of thing, as the record calls it</param>
/// <param name="Right">the right</param>
/// <param name="Within">the things that somebody may read who does not hold the right everywhere; null for none</param>
public sealed record RecordedSubject(string Subject, string Right, ThingsWithin? Within = null);
