using Microsoft.Playwright;

namespace Vridlo.EndToEnd.Tests;

public sealed class JourneyTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_home_to_an_activity_and_its_place_in_the_document(bool scripts)
    {
        await using var opened = await browser.Open("/", View.Phone with { Scripts = scripts });
        var page = opened.Page;
        await page.Locator("main a[href$='/prkk-2021/8']").First.ClickAsync();
        await page.Locator("main a[href$='/prkk-2021/8.1']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("sociálních služeb");
        Assert.True(await page.Locator("main mark, main .v-source, main [class*=source]").CountAsync() > 0, "The document is not shown in place.");
        opened.NothingWrong();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_forgives_missing_diacritics(bool scripts)
    {
        await using var opened = await browser.Open("/", View.Desktop with { Scripts = scripts });
        var field = opened.Page.Locator("input[name=q]").First;
        await field.FillAsync("lazenstvi");
        await field.PressAsync("Enter");
        await Assertions.Expect(opened.Page.Locator("main")).ToContainTextAsync("lázeň", new() { IgnoreCase = true, Timeout = 15000 });
        opened.NothingWrong();
    }

    [Fact]
    public async Task The_language_is_changed_on_the_same_page()
    {
        await using var opened = await browser.Open("/programy/prkk-2021/8.1", View.Desktop);
        await opened.Page.Locator("a[hreflang=en], a[lang=en]").First.ClickAsync();
        await Assertions.Expect(opened.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/en/programmes/prkk-2021/8\\.1$"));
        Assert.Equal("en", await opened.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        await using var opened = await browser.Open("/", View.Desktop);
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opened.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#\\w"));
    }
}
