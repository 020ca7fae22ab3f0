using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Something the reader of the document was not sure of, kept with the draft until somebody has looked.</summary>
internal sealed class DraftDoubt
{
    public required DraftId DraftId { get; init; }

    /// <summary>Its place in the order of the document, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the doubt, which is also the key of its text.</summary>
    public required string Code { get; init; }

    /// <summary>Values of the text's placeholders as they are written.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public int? Page { get; init; }

    public required int Line { get; init; }

    public int? EndPage { get; init; }

    public required int EndLine { get; init; }

    public bool Settled { get; set; }

    /// <summary>Whether it is about something on the lines of a span.</summary>
    public bool Touches(SourceSpan span) => (Page, Line).CompareTo((span.EndPage, span.EndLine)) <= 0 && (EndPage, EndLine).CompareTo((span.Page, span.Line)) >= 0;
}
