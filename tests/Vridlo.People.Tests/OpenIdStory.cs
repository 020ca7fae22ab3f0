using System.Net;
using AngleSharp.Html.Dom;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.People.Tests;

public sealed class OpenIdStory(OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    [Theory, BothEngines]
    public async Task Who_was_invited_signs_in_through_the_provider(Engine engine)
    {
        await using var site = await Shipped(engine);
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var worker = new Worker(site.Client.BaseAddress!);
        Assert.Equal("/prace/prava", await Walk(worker, "petr", "/prace/prava"));
        Assert.Contains("petr", (await worker.Page("/prace/prava")).QuerySelector(".v-me")!.TextContent, StringComparison.Ordinal);

        // The second time by the provider's own identity, whatever became of the address.
        using var again = new Worker(site.Client.BaseAddress!);
        Assert.Equal("/prace", await Walk(again, "petr", ""));
    }

    [Theory, BothEngines]
    public async Task Nobody_else_gets_in(Engine engine)
    {
        await using var site = await Shipped(engine);
        await site.Employ("nikdo@example.org", new Grant(Role.Administrator));
        foreach (var name in (string[])["cizinec", "nikdo"])
        {
            using var stranger = new Worker(site.Client.BaseAddress!);
            Assert.Equal("/prihlaseni?chyba=neznamy", await Walk(stranger, name, ""));
            Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Get("/prace")).StatusCode);
        }
    }

    [Theory, BothEngines]
    public async Task A_link_to_the_sign_in_sends_nobody_elsewhere(Engine engine)
    {
        await using var site = await Shipped(engine);
        await site.Employ("petr@example.org", new Grant(Role.Reader));
        using var worker = new Worker(site.Client.BaseAddress!);
        Assert.Equal("/prace", await Walk(worker, "petr", "https://evil.example/"));
    }

    private Task<Site> Shipped(Engine engine) => Site.Shipped(engine, settings: provider.Settings);

    /// <summary>Goes through the provider's pages as a person would.</summary>
    /// <returns>where the person ends at our site</returns>
    private static async Task<string> Walk(Worker worker, string name, string back)
    {
        var button = (await worker.Page("/prihlaseni?zpet=" + Uri.EscapeDataString(back))).QuerySelector("form[action^='/prihlaseni/openid']")!;
        var answer = await worker.Post(button.GetAttribute("action")!, new FormUrlEncodedContent([]));
        for (var steps = 0; steps < 15; steps++)
        {
            if (answer.Headers.Location is { } next)
            {
                var to = new Uri(answer.RequestMessage!.RequestUri!, next);
                if (to.AbsolutePath is "/prace" or "/prace/prava" or "/prihlaseni")
                {
                    return to.PathAndQuery;
                }

                answer = await worker.Get(to.ToString());
                continue;
            }

            var page = await Worker.Read(answer);
            var form = page.QuerySelector("form") as IHtmlFormElement ?? throw new InvalidOperationException(page.Body!.TextContent);
            var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).Select(i => new KeyValuePair<string, string>(i.Name!, i.Name is "login" or "password" ? name : i.Value));
            answer = await worker.Post(new Uri(answer.RequestMessage!.RequestUri!, form.GetAttribute("action")!).ToString(), new FormUrlEncodedContent(fields));
        }

        throw new InvalidOperationException("The provider leads in circles.");
    }
}
