using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed class PageEncoderTests
{
    [Fact]
    public void A_page_reads_back_every_text_that_was_written_into_it()
    {
        using var page = new Page(Language.Cs);
        var encoder = page.Services.GetRequiredService<HtmlEncoder>();
        Gen.Char.Where(c => c is not ('\0' or '\r') && !char.IsSurrogate(c)).Array[0, 40].Select(c => new string(c)).Sample(text =>
        {
            var read = new HtmlParser().ParseDocument($"<p title=\"{encoder.Encode(text)}\">{encoder.Encode(text)}</p>").QuerySelector("p")!;
            Assert.Equal(text, read.TextContent);
            Assert.Equal(text, read.GetAttribute("title"));
        });
    }

    [Fact]
    public void Letters_stand_as_they_are_and_markup_does_not()
    {
        using var page = new Page(Language.Cs);
        Assert.Equal("žluť &lt;b&gt; &amp; &quot;\u0085\u009f", page.Services.GetRequiredService<HtmlEncoder>().Encode("žluť <b> & \"\u0085\u009f"));
    }
}
