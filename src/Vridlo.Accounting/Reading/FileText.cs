using System.Text;
using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>Makes letters of the bytes of a file, or says why it is none of letters.</summary>
internal static class FileText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1250 = CodePagesEncodingProvider.Instance.GetEncoding(1250, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Result<string> Of(ReadOnlySpan<byte> bytes, TextCoding coding)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("%PDF"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.Contains((byte)0))
        {
            return Problem.Invalid("accounting.file.not-csv", "file");
        }

        try
        {
            var text = (coding is TextCoding.Utf8 ? Utf8 : Windows1250).GetString(bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? Problem.Invalid("accounting.file.empty", "file") : text;
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + bytes[..Math.Max(0, Math.Min(wrong.Index, bytes.Length))].Count((byte)'\n');
            return Problem.Invalid(coding is TextCoding.Utf8 ? "accounting.file.not-utf8" : "accounting.file.not-1250", "file", line);
        }
    }
}
