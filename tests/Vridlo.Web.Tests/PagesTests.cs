using Vridlo.Testing;

namespace Vridlo.Web.Tests;

public sealed class PagesTests
{
    [Theory]
    [BothEngines]
    public async Task Home_answers(Engine engine)
    {
        await using var site = await Site.Shipped(engine);
        Assert.NotEmpty((await site.Page("/")).QuerySelectorAll("main"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Get((await site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!)).StatusCode);
    }
}
