using System.Net;
using Microsoft.AspNetCore.Builder;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.Serving;

public sealed class RightsTests
{
    /// <summary>Added by the framework, not used by any page, and closed because they declare nothing.</summary>
    private static readonly string[] OfTheFramework = ["Fallback {**path:file}", "Blazor Opaque Redirection"];

    [Fact]
    public async Task Every_address_declares_its_right()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        Assert.True(site.Endpoints.Count > 20);
        Assert.Empty(site.Endpoints.Where(e => e.Metadata.GetMetadata<RightAttribute>() is null).Select(e => e.DisplayName).Except(OfTheFramework));
    }

    [Fact]
    public async Task An_address_without_right_lets_nobody_in()
    {
        await using var site = await Site.Shipped(Engine.Sqlite, map: app =>
        {
            app.MapGet("/planted", () => "secret");
            app.MapGet("/planted-open", () => "open").Right(Rights.Public);
        });
        using var refused = await site.Get("/planted");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("secret", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/planted-open")).StatusCode);
    }

    [Theory]
    [InlineData("/nikde", "cs")]
    [InlineData("/en/nowhere", "en")]
    [InlineData("/de/nirgends", "de")]
    [InlineData("/programy/prkk-2021/99.9", "cs")]
    [InlineData("/en/programmes/prkk-2021/99.9", "en")]
    [InlineData("/de/programme/prkk-2021/99.9", "de")]
    public async Task What_is_not_there_is_said_in_the_readers_language(string address, string language)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        using var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main h1"));
        Assert.NotEmpty(page.QuerySelectorAll("form[role=search] input, input[type=search]"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers(string address)
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(address)).StatusCode);
    }
}
