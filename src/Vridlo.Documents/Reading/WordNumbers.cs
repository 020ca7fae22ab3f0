using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vridlo.Documents.Reading;

/// <summary>The mark before a paragraph: a bullet or a number as Word would print it.</summary>
internal sealed record WordMarker(string Text, int Level, double Indent);

/// <summary>Counts Word's automatic numbers: they are not in the text, only their rules are.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<int, AbstractNum> schemes;
    private readonly Dictionary<int, NumberingInstance> instances;
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int, int)> restarted = [];

    public WordNumbers(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        schemes = numbering?.Elements<AbstractNum>().Where(scheme => scheme.AbstractNumberId?.Value is not null).GroupBy(scheme => scheme.AbstractNumberId!.Value).ToDictionary(group => group.Key, group => group.First()) ?? [];
        instances = numbering?.Elements<NumberingInstance>().Where(each => each.NumberID?.Value is not null).GroupBy(each => each.NumberID!.Value).ToDictionary(group => group.Key, group => group.First()) ?? [];
    }

    /// <summary>The mark of the next paragraph, or null where it has none.</summary>
    public WordMarker? Next(Paragraph paragraph, WordStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value ?? style.Numbering?.NumberingId?.Val?.Value;
        if (id is null or 0 || !instances.TryGetValue(id.Value, out var instance)) return null;
        if (!schemes.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var scheme)) return null;
        var level = own?.NumberingLevelReference?.Val?.Value ?? style.Numbering?.NumberingLevelReference?.Val?.Value ?? LevelOfStyle(scheme, paragraph) ?? 0;
        if (level is < 0 or > 8 || LevelOf(instance, scheme, level) is not { } rule) return null;
        var indent = double.TryParse(rule.PreviousParagraphProperties?.Indentation?.Left?.Value, out var twips) ? twips / 20 : level * 18;
        if (rule.NumberingFormat?.Val?.Value is { } format && format == NumberFormatValues.Bullet) return new(Bullet(rule), level, indent);
        var text = Text(Count(instance, scheme, level), instance, scheme, rule);
        return text.Length == 0 ? null : new(text, level, indent);
    }

    private static int? LevelOfStyle(AbstractNum scheme, Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        return style is null ? null : scheme.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value;
    }

    private static Level? LevelOf(NumberingInstance instance, AbstractNum scheme, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(over => over.LevelIndex?.Value == level)?.Level
        ?? scheme.Elements<Level>().FirstOrDefault(each => each.LevelIndex?.Value == level);

    private int[] Count(NumberingInstance instance, AbstractNum scheme, int level)
    {
        var id = scheme.AbstractNumberId!.Value;
        if (!counters.TryGetValue(id, out var counter)) counters[id] = counter = new int[9];
        var start = instance.Elements<LevelOverride>().FirstOrDefault(over => over.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value;
        if (start is not null && restarted.Add((instance.NumberID!.Value, level))) counter[level] = start.Value - 1;
        if (counter[level] == 0) counter[level] = (LevelOf(instance, scheme, level)?.StartNumberingValue?.Val?.Value ?? 1) - 1;
        counter[level]++;
        for (var deeper = level + 1; deeper < 9; deeper++) counter[deeper] = 0;
        for (var higher = 0; higher < level; higher++)
            if (counter[higher] == 0) counter[higher] = LevelOf(instance, scheme, higher)?.StartNumberingValue?.Val?.Value ?? 1;
        return counter;
    }

    private static string Text(int[] counter, NumberingInstance instance, AbstractNum scheme, Level rule)
    {
        var text = rule.LevelText?.Val?.Value ?? "";
        for (var level = 0; level < 9; level++)
        {
            var place = "%" + (level + 1).ToString(CultureInfo.InvariantCulture);
            if (!text.Contains(place, StringComparison.Ordinal)) continue;
            var format = rule.IsLegalNumberingStyle is not null ? NumberFormatValues.Decimal : LevelOf(instance, scheme, level)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
            text = text.Replace(place, Digits(counter[level], format), StringComparison.Ordinal);
        }

        return text.Trim();
    }

    private static string Digits(int n, NumberFormatValues format)
    {
        if (format == NumberFormatValues.UpperLetter) return Letter(n).ToString();
        if (format == NumberFormatValues.LowerLetter) return char.ToLowerInvariant(Letter(n)).ToString();
        if (format == NumberFormatValues.UpperRoman) return Roman(n);
        if (format == NumberFormatValues.LowerRoman) return Roman(n).ToLowerInvariant();
        if (format == NumberFormatValues.None) return "";
        return n.ToString(CultureInfo.InvariantCulture);
    }

    private static char Letter(int n) => (char)('A' + Math.Max(0, n - 1) % 26);

    private static string Roman(int n)
    {
        (int, string)[] signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
            for (; n >= value; n -= value) text += sign;
        return text;
    }

    private static string Bullet(Level rule) => rule.LevelText?.Val?.Value is { Length: > 0 } sign && !char.IsLetterOrDigit(sign[0]) ? sign[..1] : "•";
}
