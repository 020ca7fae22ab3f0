using SkiaSharp;

namespace Vridlo.Attachments.Tests;

/// <summary>Pictures as cameras make them: left half red, right half blue as the file has it.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(int width, int height, int orientation = 1) => WithExif(Encoded(width, height, SKAlphaType.Opaque, SKEncodedImageFormat.Jpeg), orientation);

    public static byte[] Of(SKEncodedImageFormat format, SKAlphaType alpha = SKAlphaType.Opaque) => Encoded(60, 40, alpha, format);

    private static byte[] Encoded(int width, int height, SKAlphaType alpha, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha));
        surface.Canvas.Clear(alpha is SKAlphaType.Opaque ? SKColors.Blue : SKColors.Transparent);
        using var paint = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>Exif with how the camera was held, and where, in words that can be looked for.</summary>
    private static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] body =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0x01, 0x0E, 0, 2, 0, 0, 0, 24, 0, 0, 0, 38, 0, 0, 0, 0,
            .. "GPS 50.231 N 12.871 E --\0"u8,
        ];
        var length = body.Length + 2;
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }
}
