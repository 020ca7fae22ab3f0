using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vridlo.Core.Access;
using Vridlo.People.Accounts;
using Vridlo.People.Sessions;
using Vridlo.People.Tokens;

namespace Vridlo.People.SignIn;

/// <summary>How people and machines sign in.</summary>
internal static class SigningIn
{
    /// <summary>A session ends after so many hours without use.</summary>
    public const int Hours = 8;

    /// <summary>It ends so many hours after the sign-in, used or not (OWASP ASVS 4.0.3, 3.3.2): somebody else's hands on it do not keep it for ever.</summary>
    public const int LongestHours = 12;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeyRing>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(of => of.GetRequiredService<KeyRing>());
        services.AddDataProtection().SetApplicationName("vridlo");
        services.AddSingleton<Tickets>();
        services.AddIdentityCore<Account>(PasswordAdvice.Configure).AddSignInManager().AddUserStore<AccountStore>();
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie("vridlo-session", TimeSpan.FromHours(Hours)))
            .AddCookie(IdentityConstants.ExternalScheme, Cookie("vridlo-external", TimeSpan.FromMinutes(10)))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, Cookie("vridlo-passkey", TimeSpan.FromMinutes(10)))
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(WhoClaims.Token, null);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<Tickets>((cookie, tickets) => cookie.SessionStore = tickets);
        OpenIdSignIn.Add(services);
    }

    private static Action<CookieAuthenticationOptions> Cookie(string name, TimeSpan lasts) => options =>
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = true;
        options.LoginPath = "/prihlaseni";
    };
}
