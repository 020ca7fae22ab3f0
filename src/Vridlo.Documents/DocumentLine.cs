namespace Vridlo.Documents;

/// <summary>What became of a line of the document.</summary>
public enum LineUse
{
    /// <summary>It is part of a node: its title, wanted change or text.</summary>
    Node,

    /// <summary>It is furniture of the page or a label: known, and carrying no content of its own.</summary>
    Furniture,

    /// <summary>It could not be placed; a doubt names it.</summary>
    Unplaced,
}

/// <summary>A line of the document as it was read, and what became of it.</summary>
/// <param name="Page">page counted from 1, or null where the format has no pages</param>
/// <param name="Number">line counted from 1 within its page, or within the document where there are no pages</param>
/// <param name="Text">the text as it stands</param>
/// <param name="Use">what became of it</param>
/// <param name="What">the code of the node, or the name of the furniture, or why it is not placed</param>
public sealed record DocumentLine(int? Page, int Number, string Text, LineUse Use, string What);
