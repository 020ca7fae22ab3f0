using Vridlo.Base;
using Vridlo.Documents;
using Vridlo.Programmes.Packages;

namespace Vridlo.Programmes.Importing;

/// <summary><c>doubts.yaml</c>: what a person should look at after the import; loading does not read it.</summary>
internal sealed class DoubtsFile
{
    public int Schema { get; set; } = PackageReader.Schema;

    public List<DoubtPart> Doubts { get; set; } = [];

    public static DoubtsFile? Of(ReadProgramme read, Language language) => read.Doubts.Count == 0 ? null : new()
    {
        Doubts = [.. read.Doubts.Select(d => new DoubtPart
        {
            Code = d.Code,
            Message = DocumentTexts.Of(d, language),
            Source = SpanText.Format(new(d.Source.Page, d.Source.Line, d.Source.EndPage, d.Source.EndLine)),
        })],
    };
}

internal sealed class DoubtPart
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? Source { get; set; }
}
