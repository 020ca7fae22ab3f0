using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Vridlo.Ui.Tests;

public sealed class LoadedComponentTests
{
    /// <summary>A tree that a page breaks off in the middle is one that the framework goes round in circles in.</summary>
    [Fact]
    public async Task What_stands_around_a_page_that_leads_elsewhere_at_once_is_made_all_the_same()
    {
        await using var services = new ServiceCollection().AddSingleton<IHttpContextAccessor, HttpContextAccessor>().AddScoped<Sight>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = renderer.BeginRenderingComponent<Around>();
            Assert.Equal("<p>beside</p>", page.ToHtmlString());
            var led = await Assert.ThrowsAsync<NavigationException>(() => page.QuiescenceTask);
            Assert.Equal("https://example.org/", led.Location);
        });
    }

    private sealed class Around : LoadedComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Leads>(0);
            builder.CloseComponent();
            builder.OpenComponent<Beside>(1);
            builder.CloseComponent();
        }
    }

    private sealed class Leads : LoadedComponent
    {
        protected override void OnInitialized() => throw new NavigationException("https://example.org/");
    }

    private sealed class Beside : LoadedComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<p>beside</p>");
    }
}
