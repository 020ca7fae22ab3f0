using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Vridlo.Ui;

/// <summary>
/// Writes text into pages as it is, but for what would be taken for markup. The controls U+0080 to U+009F too: HTML reads a reference to
/// one of them as a character of Windows-1252 (HTML Standard, 13.2.5.80), so a text would come back as another.
/// </summary>
internal sealed class PageEncoder : HtmlEncoder
{
    private readonly HtmlEncoder whole = Create(UnicodeRanges.All);

    public override int MaxOutputCharactersPerInputCharacter => whole.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => !StandsAsItIs(unicodeScalar) && whole.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) => whole.FindFirstCharacterToEncode(text, textLength);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!StandsAsItIs(unicodeScalar) || bufferLength < 1)
        {
            return whole.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        }

        *buffer = (char)unicodeScalar;
        numberOfCharactersWritten = 1;
        return true;
    }

    private static bool StandsAsItIs(int unicodeScalar) => unicodeScalar is >= 0x80 and <= 0x9F;
}
