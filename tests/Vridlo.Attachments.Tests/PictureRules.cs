using System.Text;
using SkiaSharp;
using Vridlo.Attachments.Files;

namespace Vridlo.Attachments.Tests;

/// <summary>A picture keeps what it shows, upright, and nothing else of the file.</summary>
public sealed class PictureRules
{
    /// <summary>How the camera was held, and where red is then.</summary>
    [Theory]
    [InlineData(1, 300, 200, "left")]
    [InlineData(2, 300, 200, "right")]
    [InlineData(3, 300, 200, "right")]
    [InlineData(4, 300, 200, "left")]
    [InlineData(5, 200, 300, "top")]
    [InlineData(6, 200, 300, "top")]
    [InlineData(7, 200, 300, "bottom")]
    [InlineData(8, 200, 300, "bottom")]
    public void Stands_upright_and_says_nothing_of_the_place(int orientation, int width, int height, string red)
    {
        var jpeg = Pictures.Jpeg(300, 200, orientation);
        Assert.Contains("GPS 50.231", Encoding.Latin1.GetString(jpeg), StringComparison.Ordinal);
        var picture = Picture.Read(jpeg).Value!;
        Assert.DoesNotContain("GPS 50.231", Encoding.Latin1.GetString(picture.Whole), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(picture.Small), StringComparison.Ordinal);
        using var drawn = SKBitmap.Decode(picture.Whole);
        Assert.Equal((width, height), (drawn.Width, drawn.Height));
        var at = red switch { "left" => (width / 4, height / 2), "right" => (width * 3 / 4, height / 2), "top" => (width / 2, height / 4), _ => (width / 2, height * 3 / 4) };
        var point = drawn.GetPixel(at.Item1, at.Item2);
        Assert.True(point.Red > 200 && point.Blue < 60, $"{point} at {at}");
    }

    [Fact]
    public void Is_made_smaller_when_it_is_large()
    {
        var picture = Picture.Read(Pictures.Jpeg(4000, 1000)).Value!;
        using var whole = SKBitmap.Decode(picture.Whole);
        using var small = SKBitmap.Decode(picture.Small);
        Assert.Equal((2000, 500, 480, 120), (whole.Width, whole.Height, small.Width, small.Height));
    }

    [Fact]
    public void Keeps_what_can_be_seen_through()
    {
        var (clear, dense) = (Picture.Read(Pictures.Of(SKEncodedImageFormat.Png, SKAlphaType.Premul)).Value!, Picture.Read(Pictures.Of(SKEncodedImageFormat.Webp)).Value!);
        using var drawn = SKBitmap.Decode(clear.Whole);
        Assert.Equal((FileKind.Png, 0), (clear.Kind, drawn.GetPixel(50, 20).Alpha));
        Assert.Equal([0xFF, 0xD8, 0xFF], dense.Whole[..3]);
    }

    [Fact]
    public void Damaged_and_monstrous_ones_are_refused()
    {
        Assert.Equal("attachments.picture-damaged", Picture.Read([0xFF, 0xD8, 0xFF, .. new byte[100]]).Problems.Single().Code);

        // A picture of 60 000 × 60 000 points in a few bytes: only its head is read.
        var png = Pictures.Of(SKEncodedImageFormat.Png);
        byte[] monstrous = [.. png[..16], 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, .. png[24..29]];
        monstrous = [.. monstrous, .. Crc(monstrous[12..29]), .. png[33..]];
        Assert.Equal("attachments.picture-large", Picture.Read(monstrous).Problems.Single().Code);
    }

    private static byte[] Crc(byte[] chunk)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in chunk)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        crc = ~crc;
        return [.. new[] { 24, 16, 8, 0 }.Select(shift => (byte)((crc >> shift) & 0xFF))];
    }
}
