namespace Vridlo.Documents;

/// <summary>The kinds of nodes that are recognised in a development programme.</summary>
public static class OutlineKind
{
    /// <summary>vize</summary>
    public const string Vision = "vision";

    /// <summary>globální cíl: what the whole programme wants, above the areas</summary>
    public const string Goal = "goal";

    /// <summary>oblast, priorita, osa</summary>
    public const string Area = "area";

    /// <summary>specifický cíl: between an area and its measures</summary>
    public const string Objective = "objective";

    /// <summary>opatření</summary>
    public const string Measure = "measure";

    /// <summary>aktivita</summary>
    public const string Activity = "activity";

    /// <summary>a heading under which achievements stand</summary>
    public const string Heading = "heading";

    /// <summary>what has already been achieved</summary>
    public const string Achievement = "achievement";
}

/// <summary>Where something stands in the document: from a line to a line, both inclusive.</summary>
/// <param name="Page">page of the first line, counted from 1; null where the format has no pages</param>
/// <param name="Line">first line, counted from 1 within its page, or within the document where there are no pages</param>
/// <param name="EndPage">page of the last line</param>
/// <param name="EndLine">last line</param>
public sealed record SourceSpan(int? Page, int Line, int? EndPage, int EndLine);

/// <summary>A node of the recognised tree.</summary>
public sealed class OutlineNode
{
    /// <summary>One of <see cref="OutlineKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Human code, unique within the tree: the document's own number, or one given by order.</summary>
    public required string Code { get; init; }

    /// <summary>Title as it stands in the document, without its number; empty where the document has none.</summary>
    public required string Title { get; init; }

    /// <summary>The change wanted, or null.</summary>
    public string? Change { get; init; }

    /// <summary>Other text that belongs to the node, or null.</summary>
    public string? Text { get; init; }

    /// <summary>From the node's first line to the last line of everything beneath it.</summary>
    public required SourceSpan Source { get; init; }

    /// <summary>Nodes beneath, in the order of the document.</summary>
    public IReadOnlyList<OutlineNode> Children { get; init; } = [];

    /// <summary>This node and all beneath it, in the order of the document.</summary>
    public IEnumerable<OutlineNode> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
