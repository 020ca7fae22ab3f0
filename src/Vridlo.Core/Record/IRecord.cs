using NodaTime;

namespace Vridlo.Core.Record;

/// <summary>The public face of the record: what has changed on the public pages, when, and on which decision. Never who did it.</summary>
public interface IRecord
{
    /// <summary>The acts that changed public pages, for lists: filter, order and page them, then read them.</summary>
    IQueryable<ActListed> Acts { get; }

    /// <summary>Those of them that changed a thing; none when it is no longer there.</summary>
    IQueryable<ActListed> Of(string subject, string id);

    /// <summary>What acts changed in a thing, by their numbers. Whoever calls sees that it is public.</summary>
    Task<IReadOnlyDictionary<long, ChangedThing>> Changed(IReadOnlyCollection<long> acts, string subject, string id, CancellationToken stop);
}

/// <summary>An act in a public list.</summary>
public sealed record ActListed
{
    /// <summary>Number of the act in the record; grows with time.</summary>
    public required long Sequence { get; init; }

    /// <summary>Identity of the act.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was done.</summary>
    public required Instant At { get; init; }

    /// <summary>What was done: a stable key such as <c>programmes.load</c>, which is also the key of its text.</summary>
    public required string Kind { get; init; }

    /// <summary>The decision it rests on, or null.</summary>
    public string? Decision { get; init; }

    /// <summary>The topics of public pages it changed, separated by single spaces.</summary>
    public required string Topics { get; init; }

    /// <summary>UUID of the edition it entered, in lower case with hyphens; null when it entered none.</summary>
    public string? Edition { get; init; }

    /// <summary>How many things it changed.</summary>
    public required int Changes { get; init; }
}
