using System.Text;
using Vridlo.Base;

namespace Vridlo.Documents.Reading;

/// <summary>Bytes to text: byte order marks, UTF-16 without them, UTF-8, and the eight-bit encodings of Central Europe.</summary>
internal static class Decoding
{
    private const string Expected = "áčďéěíňóřšťúůýžäöüßĺľŕôąćęłńśźżőű";
    private const string Typographic = "„“”‚‘’–—…•€§°©®»«¹²³½×·\u00A0\u00AD";
    private static readonly int[] CodePages = [1250, 28592, 852];

    static Decoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text and, where the encoding was guessed, a doubt; a problem where no encoding makes sense of it.</summary>
    public static Result<(string Text, IReadOnlyList<Doubt> Doubts)> Text(byte[] bytes)
    {
        var (text, guess) = ByMark(bytes) ?? Utf16(bytes) ?? Utf8(bytes) ?? EightBit(bytes) ?? (null, null);
        if (text is null) return Problem.Invalid("documents.encoding-unknown");
        if (text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')) > text.Length / 200) return Problem.Invalid("documents.not-a-document");
        return (text, guess is null ? [] : [new("documents.doubt.encoding", new(null, 1, null, 1), guess)]);
    }

    private static (string?, string?)? ByMark(byte[] b) => b switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8.GetString(b, 3, b.Length - 3), null),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32.GetString(b, 4, b.Length - 4), null),
        [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(b, 2, b.Length - 2), null),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(b, 2, b.Length - 2), null),
        _ => null,
    };

    /// <summary>Without a mark, UTF-16 shows by zero bytes that stand nearly always on the same side.</summary>
    private static (string?, string?)? Utf16(byte[] bytes)
    {
        var probe = bytes.AsSpan(0, Math.Min(bytes.Length, 4096) & ~1);
        int even = 0, odd = 0;
        for (var at = 0; at + 1 < probe.Length; at += 2)
        {
            if (probe[at] is 0 or 1 && probe[at + 1] > 1) even++;
            if (probe[at + 1] is 0 or 1 && probe[at] > 1) odd++;
        }

        var pairs = probe.Length / 2;
        if (pairs < 4 || Math.Max(even, odd) < pairs * 0.8) return null;
        return odd > even ? (Encoding.Unicode.GetString(bytes), "UTF-16 LE") : (Encoding.BigEndianUnicode.GetString(bytes), "UTF-16 BE");
    }

    private static (string?, string?)? Utf8(byte[] bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            // A file cut off in the middle of a letter is still UTF-8.
            try { return (strict.GetString(bytes, 0, bytes.Length - cut), null); }
            catch (DecoderFallbackException) when (cut < 4) { }
        }

        return null;
    }

    private static (string?, string?)? EightBit(byte[] bytes)
    {
        var probe = bytes.AsSpan(0, Math.Min(bytes.Length, 200_000)).ToArray();
        var high = probe.Count(b => b >= 0x80);
        var best = CodePages.Select(page => Encoding.GetEncoding(page)).Select(encoding => (encoding, Score: Score(encoding.GetString(probe)))).MaxBy(each => each.Score);
        return best.Score < 0.8 * high ? null : (best.encoding.GetString(bytes), best.encoding.WebName);
    }

    private static double Score(string text)
    {
        double score = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c < 0x80) continue;
            var before = at > 0 ? text[at - 1] : ' ';
            if (Expected.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) score += char.IsUpper(c) && char.IsLower(before) ? -1 : 1;
            else if (Typographic.Contains(c, StringComparison.Ordinal)) score += 0.9;
            else score += char.IsControl(c) ? -4 : -1;
        }

        return score;
    }
}
