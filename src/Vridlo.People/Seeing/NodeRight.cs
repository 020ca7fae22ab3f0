using Vridlo.Core.Access;

namespace Vridlo.People.Seeing;

/// <summary>What somebody may do at a node, and why.</summary>
/// <param name="Person">name of the person</param>
/// <param name="Role">name of the role</param>
/// <param name="Where">where the role was given, in words</param>
/// <param name="May">names of the rights that the role holds</param>
public sealed record NodeRight(string Person, string Role, string Where, IReadOnlyList<string> May)
{
    /// <summary>The role itself when it was given at this very node and whoever asks may take it, else null.</summary>
    public GrantHeld? Held { get; init; }
}
