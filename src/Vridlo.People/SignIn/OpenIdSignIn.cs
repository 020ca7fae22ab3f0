using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Vridlo.People.SignIn;

/// <summary>
/// Sign-in through the office's own provider (OpenID Connect 1.0, code flow with PKCE), where settings name one:
/// <c>OpenId:Authority</c>, <c>OpenId:ClientId</c>, <c>OpenId:ClientSecret</c>, <c>OpenId:Name</c>.
/// </summary>
internal static partial class OpenIdSignIn
{
    public const string Scheme = "openid";

    /// <summary>Where the provider sends people back.</summary>
    public const string Callback = "/prihlaseni/openid/zpet";

    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddTransient<OpenIdConnectHandler>();
        services.AddOptions<AuthenticationOptions>().Configure<IConfiguration>((schemes, settings) =>
        {
            if (settings["OpenId:Authority"] is not null)
            {
                schemes.AddScheme<OpenIdConnectHandler>(Scheme, settings["OpenId:Name"]);
            }
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IConfiguration>((options, settings) =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = settings["OpenId:Authority"];
            options.ClientId = settings["OpenId:ClientId"];
            options.ClientSecret = settings["OpenId:ClientSecret"];
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.CallbackPath = Callback;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.MapInboundClaims = false;
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            options.SaveTokens = false;
            options.RequireHttpsMetadata = !new Uri(options.Authority!).IsLoopback;

            // The provider sends people back by a plain link, so the cookies of the way there need not go with requests of other sites.
            foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            {
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            }

            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.Scope.Add("email");
            options.Events.OnRemoteFailure = failure =>
            {
                Refused(failure.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Scheme), failure.Failure?.Message);
                failure.HandleResponse();
                failure.Response.Redirect("/prihlaseni?chyba=openid");
                return Task.CompletedTask;
            };
        });
    }

    [LoggerMessage(LogLevel.Warning, "Nobody was signed in through the identity provider: {Reason}")]
    private static partial void Refused(ILogger log, string? reason);
}
