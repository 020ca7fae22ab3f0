using SkiaSharp;
using Vridlo.Base;

namespace Vridlo.Attachments.Files;

/// <summary>
/// A picture drawn anew: nothing of the file that was sent is kept but what it shows, so neither the place where it was taken nor
/// anything that hides behind it.
/// </summary>
/// <param name="Kind">JPEG, or PNG where there is anything to see through</param>
/// <param name="Whole">at most <see cref="Longest"/> wide and high</param>
/// <param name="Small">at most <see cref="LongestSmall"/> wide and high</param>
internal sealed record Picture(FileKind Kind, byte[] Whole, byte[] Small)
{
    /// <summary>Points on the longer side.</summary>
    public const int Longest = 2000, LongestSmall = 480;

    private const long MostPoints = 60_000_000;
    private const int Quality = 85;

    /// <returns>the picture, or <c>attachments.picture-damaged</c>, <c>attachments.picture-large</c></returns>
    public static Result<Picture> Read(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return Problem.Invalid("attachments.picture-damaged", "file");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPoints)
        {
            return Problem.Invalid("attachments.picture-large", "file", MostPoints / 1_000_000);
        }

        using var read = SKBitmap.Decode(codec);
        if (read is null)
        {
            return Problem.Invalid("attachments.picture-damaged", "file");
        }

        var kind = codec.Info.AlphaType is SKAlphaType.Opaque ? FileKind.Jpeg : FileKind.Png;
        return new Picture(kind, Drawn(read, codec.EncodedOrigin, Longest, kind), Drawn(read, codec.EncodedOrigin, LongestSmall, kind));
    }

    /// <summary>Upright, and no larger than asked.</summary>
    private static byte[] Drawn(SKBitmap picture, SKEncodedOrigin origin, int longest, FileKind kind)
    {
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)longest / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(lies ? height : width, lies ? width : height, SKColorType.Rgba8888, kind is FileKind.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var shot = surface.Snapshot();
        using var encoded = shot.Encode(kind is FileKind.Jpeg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality);
        return encoded.ToArray();
    }

    /// <summary>Turns a picture as its camera was held (Exif, tag 274).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
