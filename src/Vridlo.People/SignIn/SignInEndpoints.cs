using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.People.Accounts;
using Vridlo.Ui;

namespace Vridlo.People.SignIn;

/// <summary>The addresses of signing in that are no pages.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/prihlaseni/klic", PasskeyToShow).Right(Rights.Public).ExcludeFromDescription();
        endpoints.MapPost("/prace/ja/klic", PasskeyToMake).Right(Rights.SignedIn).ExcludeFromDescription();
        endpoints.MapPost("/prihlaseni/openid", ToProvider).Right(Rights.Public).ExcludeFromDescription();
        endpoints.MapGet("/prihlaseni/openid/hotovo", FromProvider).Right(Rights.Public).ExcludeFromDescription();
        endpoints.MapPost("/odhlaseni", SignOut).Right(Rights.Public).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
    }

    /// <summary>What the browser needs to show a passkey (WebAuthn 5.5).</summary>
    private static async Task<IResult> PasskeyToShow(SignInManager<Account> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>What the browser needs to make a passkey (WebAuthn 5.4).</summary>
    private static async Task<IResult> PasskeyToMake(Asker asker, SignInManager<Account> signIn)
    {
        var person = asker.Person!;
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(new() { Id = person.Id.Value.ToString(), Name = person.Mail, DisplayName = person.Name }), "application/json");
    }

    private static IResult ToProvider(HttpContext context, SignInManager<Account> signIn, string? zpet)
    {
        var back = "/prihlaseni/openid/hotovo?zpet=" + Uri.EscapeDataString(SignInPerson.Local(zpet) ?? "");
        return Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(OpenIdSignIn.Scheme, back), [OpenIdSignIn.Scheme]);
    }

    private static async Task<IResult> FromProvider(
        HttpContext context, SignInManager<Account> signIn, SignInPerson person, Links to, Texts t, string? zpet)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } info)
        {
            return Results.Redirect("/prihlaseni?chyba=openid");
        }

        var mail = info.Principal.FindFirstValue("email");
        var confirmed = info.Principal.FindFirstValue("email_verified") is "true" or "True";
        var signedIn = await person.WithProvider(info, mail, confirmed, context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        return signedIn.Ok
            ? Results.LocalRedirect(SignInPerson.Local(zpet) ?? to.In("/prace", signedIn.Value.Language))
            : Results.Redirect("/prihlaseni?chyba=neznamy");
    }

    private static async Task<IResult> SignOut(HttpContext context, Links to)
    {
        await context.SignOutAsync(WhoClaims.Browser);
        return Results.LocalRedirect(to["/"]);
    }
}
