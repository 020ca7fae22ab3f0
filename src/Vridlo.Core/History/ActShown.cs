using NodaTime;
using Vridlo.Core.Record;

namespace Vridlo.Core.History;

/// <summary>An act as those see it who may: with who did it, and of what it changed the part that may be seen.</summary>
public sealed record ActShown
{
    /// <summary>Number of the act in the record; grows with time.</summary>
    public required long Sequence { get; init; }

    /// <summary>Identity of the act.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was done.</summary>
    public required Instant At { get; init; }

    /// <summary>What sort of actor did it: <c>person</c>, <c>machine</c>, <c>system</c>, <c>command-line</c>.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The actor's name within the kind, of a person the bare identity; empty once it has been erased.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done: a stable key, which is also the key of its text.</summary>
    public required string Kind { get; init; }

    /// <summary>The reason, in the words of whoever acted.</summary>
    public required string Why { get; init; }

    /// <summary>The decision it rests on, or null.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether it has been undone.</summary>
    public required bool Undone { get; init; }

    /// <summary>What it changed, as far as whoever asks may see it.</summary>
    public required IReadOnlyList<ChangedThing> Changes { get; init; }
}

/// <summary>One value from what to what.</summary>
/// <param name="Column">the column</param>
/// <param name="Language">the language, when the value is a text in several; else null</param>
/// <param name="From">the value before as text; empty when there was none</param>
/// <param name="To">the value after as text; empty when there is none</param>
/// <param name="Words">what stands before a value in the key of its text, when the values have texts; else null</param>
/// <param name="Of">of which type the values are, for whoever says some of them in words of their own</param>
public sealed record ValueChanged(string Column, Vridlo.Base.Language? Language, string From, string To, string? Words = null, Type? Of = null);
