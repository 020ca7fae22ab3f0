using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Record;

namespace Vridlo.Core.Notices;

/// <summary>What a change is about and whom it concerns. Whoever acts is never told of the own act.</summary>
/// <param name="Title">what it is about</param>
/// <param name="Path">the Czech address where it can be seen</param>
/// <param name="At">
/// the place: its owners and strategists are concerned, and of <paramref name="People"/> only those who hold a role there are told; null
/// when it is about the people alone
/// </param>
/// <param name="People">who else is concerned</param>
/// <param name="IsPublic">whether everybody may know the title; what is not public is never named in letters</param>
public sealed record Concern(Localized Title, string Path, At? At, IReadOnlyCollection<PersonId> People, bool IsPublic)
{
    /// <summary>
    /// Key of the text that says it of many acts together: a person is then told of the first, and of others only when that notice has been read, or
    /// a letter has told of it, or another day has begun. Null when each act is told by itself.
    /// </summary>
    public string? Together { get; init; }
}

/// <summary>
/// Finds what changes are about, from what the record has of them. Called in the transaction of the act, when the change is saved already.
/// </summary>
public delegate Task<IReadOnlyList<Concern>> FindConcerns(IServiceProvider unit, ActDone act, IReadOnlyList<ThingChanged> changes, CancellationToken stop);

/// <summary>A sort of things whose changes concern people.</summary>
/// <param name="Subject">the sort of thing as the record has it, such as <c>person.role</c></param>
/// <param name="Find">finds what its changes are about</param>
public sealed record NoticeSource(string Subject, FindConcerns Find);
