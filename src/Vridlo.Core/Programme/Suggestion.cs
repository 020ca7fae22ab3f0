using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>What somebody means to do, in their own words.</summary>
/// <param name="Title">its name</param>
/// <param name="Aim">why: the aim or the need</param>
/// <param name="Outputs">what will be there after it; may be empty</param>
/// <param name="Text">the description</param>
/// <param name="Claimed">codes of the measures and activities that are named</param>
/// <param name="Language">the language it is written in</param>
public sealed record DescribedIntent(string Title, string Aim, string Outputs, string Text, IReadOnlyCollection<string> Claimed, Language Language);

/// <summary>A measure or activity that may fit a project.</summary>
/// <param name="Node">the node</param>
/// <param name="Likeness">how much the texts have in common, from 0 to 1</param>
/// <param name="Words">what they have in common, the most telling first; empty when it is only named</param>
/// <param name="Claimed">whether whoever asks names it</param>
public sealed record Suggestion(Node Node, double Likeness, IReadOnlyList<SharedWord> Words, bool Claimed);

/// <summary>A word of a description that meets one of a node: forms and derivations of the same.</summary>
/// <param name="Own">as it is written in the description</param>
/// <param name="Theirs">as it is written in the programme</param>
public sealed record SharedWord(string Own, string Theirs);
