namespace Vridlo.Documents;

/// <summary>Something the reader of the document was not sure of; a person should look.</summary>
/// <param name="Code">text key such as <c>documents.doubt.title-missing</c></param>
/// <param name="Source">the lines it is about</param>
/// <param name="Arguments">values for the placeholders of the text, in order</param>
public sealed record Doubt(string Code, SourceSpan Source, params IReadOnlyList<object> Arguments);
