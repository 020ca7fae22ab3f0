using Vridlo.Base;

namespace Vridlo.Attachments.Files;

/// <summary>What is kept of a file: a document as it came, a picture drawn anew.</summary>
/// <param name="Kind">what it is</param>
/// <param name="Content">the bytes</param>
/// <param name="Small">of a picture the small one; null for documents</param>
internal sealed record Kept(FileKind Kind, byte[] Content, byte[]? Small)
{
    /// <returns>what is kept, or why nothing is: see <see cref="FileKinds.Of"/> and <see cref="Picture.Read"/></returns>
    public static Result<Kept> Of(byte[] bytes, string name)
    {
        var told = FileKinds.Of(bytes, name);
        if (!told.Ok)
        {
            return told.Problems.ToArray();
        }

        if (told.Value.Kind is { } document)
        {
            return new Kept(document, bytes, null);
        }

        var picture = Picture.Read(bytes);
        return picture.Ok ? new Kept(picture.Value.Kind, picture.Value.Whole, picture.Value.Small) : picture.Problems.ToArray();
    }
}
