using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Packages;

/// <summary>Places in the document as packages write them: <c>54</c>, <c>54-58</c>, <c>p12:3</c>, <c>p12:3-7</c>, <c>p12:3-p13:1</c>.</summary>
internal static partial class SpanText
{
    public static SourceSpan? Parse(string text)
    {
        var match = Form.Match(text);
        return match.Success && Number("line") is { } line
            ? new(Number("page"), line, Number("endpage") ?? Number("page"), Number("endline") ?? line)
            : null;

        int? Number(string group) =>
            int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    public static string Format(SourceSpan span) => span switch
    {
        { Page: null } => span.EndLine == span.Line ? $"{span.Line}" : $"{span.Line}-{span.EndLine}",
        _ when span.EndPage == span.Page || span.EndPage is null =>
            span.EndLine == span.Line ? $"p{span.Page}:{span.Line}" : $"p{span.Page}:{span.Line}-{span.EndLine}",
        _ => $"p{span.Page}:{span.Line}-p{span.EndPage}:{span.EndLine}",
    };

    [GeneratedRegex(@"^(p(?<page>\d{1,6}):)?(?<line>\d{1,8})(-(p(?<endpage>\d{1,6}):)?(?<endline>\d{1,8}))?$")]
    private static partial Regex Form { get; }
}
