using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Publishing;
using Vridlo.Ui;

namespace Vridlo.Portal.Machines;

/// <summary>What machines ask a site for: its map, its rules, whom to tell of a weakness.</summary>
internal static class MachineAddresses
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        // A list of parts names no more than 50,000 of them (sitemaps.org 0.9).
        Public(endpoints.MapGet("/sitemap.xml", (HttpContext context, Sitemap map) => map.Write(context))).WithMetadata(new ShowsAttribute());
        Public(endpoints.MapGet("/sitemap-{part:int:range(1,50000)}.xml", (HttpContext context, Sitemap map, int part) => map.WritePart(context, part))).WithMetadata(new ShowsAttribute());
        Public(endpoints.MapGet("/robots.txt", Robots));
        Public(endpoints.MapGet("/.well-known/security.txt", Security));

        static RouteHandlerBuilder Public(RouteHandlerBuilder endpoint) => endpoint.Right(Rights.Public).ExcludeFromDescription();
    }

    /// <summary>Everything may be read by machines but the endless results of searching (RFC 9309).</summary>
    private static IResult Robots(HttpContext context, SiteAddress site, Links to)
    {
        var searches = Enum.GetValues<Language>().Select(l => "Disallow: " + to.In("/hledani", l));
        return Results.Text($"User-agent: *\n{string.Join('\n', searches)}\n\nSitemap: {site.Of(context.Request)}/sitemap.xml\n");
    }

    /// <summary>Whom to tell of a weakness (RFC 9116), when the operator has named someone in the setting SecurityContact.</summary>
    private static IResult Security(IConfiguration configuration, IClock clock) => configuration["SecurityContact"] is { Length: > 0 } contact
        ? Results.Text($"Contact: {contact}\nExpires: {DateText.Iso(clock.GetCurrentInstant() + Duration.FromDays(180))}\nPreferred-Languages: cs, en, de\n")
        : Results.NotFound();
}
