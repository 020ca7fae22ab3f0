using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;

namespace Vridlo.Ui.Tests;

public sealed class SightTests
{
    [Fact]
    public void What_is_only_looked_at_is_there_at_once_where_a_page_is_read()
    {
        using var page = Asked("GET", out _);
        Assert.Equal("loaded", page.Render<Looked>().Find("p").TextContent);
    }

    /// <summary>Also when the form itself, which stands in a component of its own, has refused it and the page has not been told.</summary>
    [Fact]
    public void Where_a_form_was_sent_it_comes_when_the_form_is_refused()
    {
        using var page = Asked("POST", out _);
        var looked = page.Render<Looked>();
        Assert.Equal("", looked.Find("p").TextContent);
        looked.Find("button").Click();
        Assert.Equal("loaded", looked.Find("p").TextContent);
    }

    [Fact]
    public void It_never_comes_where_the_form_leads_elsewhere()
    {
        using var page = Asked("POST", out var request);
        var looked = page.Render<Looked>();
        request.Response.StatusCode = StatusCodes.Status302Found;
        looked.Find("button").Click();
        Assert.Equal("", looked.Find("p").TextContent);
    }

    private static Page Asked(string method, out HttpContext request)
    {
        var page = new Page(Language.Cs);
        page.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = request = new DefaultHttpContext { Request = { Method = method } };
        return page;
    }

    private sealed class Looked : LoadedComponent
    {
        private string loaded = "";

        protected override Task OnInitializedAsync() => WhenSeen(() =>
        {
            loaded = "loaded";
            return Task.CompletedTask;
        });

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, loaded);
            builder.CloseElement();
            builder.OpenComponent<Sent>(2);
            builder.CloseComponent();
        }
    }

    private sealed class Sent : LoadedComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { }));
            builder.CloseElement();
        }
    }
}
