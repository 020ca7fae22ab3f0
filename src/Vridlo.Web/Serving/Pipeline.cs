using System.IO.Compression;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Vridlo.Core.Access;
using Vridlo.Web.Shell;

namespace Vridlo.Web.Serving;

/// <summary>What every request goes through, from outside to inside.</summary>
internal static class Pipeline
{
    private const int MemoryForPages = 48 * 1024 * 1024;
    private const int LargestPage = 2 * 1024 * 1024;

    public static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "vridlo-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped<Site>();
        OpenApiDescription.AddServices(services);
        services.AddSingleton<PublicPages>();
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MemoryForPages;
            cache.MaximumBodySize = LargestPage;
            cache.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
            cache.AddBasePolicy(policy => policy.AddPolicy<PublicPages>(), excludeDefaultPolicy: true);
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/problem+json", "application/geo+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddRateLimiter();
        services.AddSingleton<Limits>().AddSingleton<IConfigureOptions<RateLimiterOptions>>(of => of.GetRequiredService<Limits>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/chyba/500", CreateScopeForErrors = true });
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadRequests>();
        app.UseMiddleware<Outages>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<AddressLanguage>();
        app.UseMiddleware<ApiRequests>();
        app.UseMiddleware<NullCharacters>();
        app.UseRouting();
        app.UseMiddleware<SampleHeader>();
        app.UseWhen(IsGuarded, guarded =>
        {
            guarded.UseRateLimiter();
            guarded.UseMiddleware<WhoAsks>();
            guarded.UseMiddleware<DeclaredRights>();
            guarded.UseAntiforgery();
            guarded.UseMiddleware<RefusedForms>();
            guarded.UseMiddleware<Receipts>();
            guarded.UseMiddleware<JustDone>();
        });
        app.UseMiddleware<Freshness>();
        app.UseOutputCache();

        // What is guarded has been counted, before anybody was asked or anything kept.
        app.UseWhen(request => !IsGuarded(request), open => open.UseRateLimiter());
        app.UseResponseCompression();

        // No scheme is the default, so this asks nobody who they are; it only answers where a provider of identities sends people
        // back. What comes from memory need not pass it.
        app.UseAuthentication();
        app.MapStaticAssets().Right(Rights.Public);
        Health.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").Right(Rights.Public);
        var api = app.MapGroup("/api/v1");
        foreach (var module in Modules.All)
        {
            module.Api(api);
            module.Endpoints(app);
        }

        Checks.ChecksApi.Map(api);
        Checks.ChecksList.Map(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Modules.All.Select(m => m.GetType().Assembly).Distinct()]).Add(GuardForms);
    }

    /// <summary>
    /// Whether it matters who asks: not for what everybody may read, which is most of what is asked for and comes from memory without
    /// the database.
    /// </summary>
    private static bool IsGuarded(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { Metadata: var metadata }
        && (metadata.GetMetadata<RightAttribute>()?.Right is not Rights.Public || metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation is true);

    /// <summary>The public site has no forms that write but those that say so, so it sets no cookie and asks for no token.</summary>
    private static void GuardForms(EndpointBuilder page)
    {
        var declared = page.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type.IsDefined(typeof(RequireAntiforgeryTokenAttribute), inherit: false) is true;
        var open = page.Metadata.OfType<RightAttribute>().LastOrDefault()?.Right is Rights.Public;
        page.Metadata.Add(new RequireAntiforgeryTokenAttribute(declared || !open));
    }
}
