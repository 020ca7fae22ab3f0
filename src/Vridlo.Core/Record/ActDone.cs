using NodaTime;

namespace Vridlo.Core.Record;

/// <summary>An act as the record will have it, while its transaction is still open: what a commit tells to those who follow.</summary>
/// <param name="Id">its identity</param>
/// <param name="At">when it is done</param>
/// <param name="Who">who does it</param>
/// <param name="Kind">what is done; also the key of its text</param>
/// <param name="Changes">what it changes</param>
public sealed record ActDone(Guid Id, Instant At, Actor Who, string Kind, IReadOnlyList<ThingChanged> Changes);

/// <summary>What an act changes in one thing.</summary>
/// <param name="Subject">the sort of thing, such as <c>programme.edition</c></param>
/// <param name="Id">its identity as text</param>
/// <param name="Before">the changed values before as a JSON object; null when the thing is new</param>
/// <param name="After">the changed values after as a JSON object; null when the thing was removed</param>
public sealed record ThingChanged(string Subject, string Id, string? Before, string? After)
{
    /// <summary>The same with its values by column.</summary>
    public ChangedThing Read() => new(Subject, Id, Before, After);
}

/// <summary>
/// Writes what follows from an act, in the unit of work and the transaction of the act itself: both are there, or neither. It adds to the
/// unit of work and neither commits nor keeps; what it adds is not recorded. Called at every act, so it looks at the changes before it asks
/// the database for anything.
/// </summary>
public delegate Task FollowAct(IServiceProvider unit, ActDone act, CancellationToken stop);
