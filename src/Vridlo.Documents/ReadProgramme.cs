using Vridlo.Base;

namespace Vridlo.Documents;

/// <summary>What was read in a document: the tree, the doubts and every line.</summary>
public sealed class ReadProgramme
{
    /// <summary>The top nodes in the order of the document.</summary>
    public required IReadOnlyList<OutlineNode> Outline { get; init; }

    /// <summary>What is uncertain, in the order of the document.</summary>
    public required IReadOnlyList<Doubt> Doubts { get; init; }

    /// <summary>Every non-empty line of the document in reading order, each used exactly once.</summary>
    public required IReadOnlyList<DocumentLine> DocumentText { get; init; }

    /// <summary>The languages found, the main one first.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>The main language of the document.</summary>
    public Language Language => Languages[0];

    /// <summary>The title of the whole document, or null where it could not be told.</summary>
    public required string? DocumentTitle { get; init; }

    /// <summary><c>txt</c>, <c>md</c>, <c>docx</c> or <c>pdf</c>, told by content.</summary>
    public required string Format { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>All nodes in the order of the document.</summary>
    public IEnumerable<OutlineNode> All() => Outline.SelectMany(node => node.All());

    /// <summary>How many nodes of a kind there are.</summary>
    public int Count(string kind) => All().Count(node => node.Kind == kind);
}
