using Vridlo.Core.Programme;

namespace Vridlo.Statements.Deciding;

/// <summary>A measure or activity that may fit a project.</summary>
/// <param name="Node">the node</param>
/// <param name="Likeness">how much the texts have in common, from 0 to 1</param>
/// <param name="Words">what they have in common, the most telling first; empty when only the applicant names it</param>
/// <param name="Claimed">whether the applicant names it</param>
public sealed record Suggestion(Node Node, double Likeness, IReadOnlyList<SharedWord> Words, bool Claimed);

/// <summary>A word of the application that meets one of a node: forms and derivations of the same.</summary>
/// <param name="Own">as it is written in the application</param>
/// <param name="Theirs">as it is written in the programme</param>
public sealed record SharedWord(string Own, string Theirs);
