using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Comparing;

/// <summary>Two nodes whose texts share telling words.</summary>
/// <param name="From">the node that may support</param>
/// <param name="To">the node that may be supported</param>
/// <param name="Likeness">from 0 to 1</param>
/// <param name="Words">the words they share, as they are written, the rarest first, in each language in which they share any</param>
public sealed record Proposal(Node From, Node To, double Likeness, IReadOnlyDictionary<Language, IReadOnlyList<string>> Words)
{
    /// <summary>The words for a reader, in another language when theirs has none, with the language they are in.</summary>
    public (IReadOnlyList<string> Words, Language Language) For(Language reader) =>
        Words.TryGetValue(reader, out var own) ? (own, reader) : Words.OrderBy(w => w.Key).Select(w => (w.Value, w.Key)).First();
}
