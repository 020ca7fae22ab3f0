using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core.Access;
using Vridlo.People.Accounts;

namespace Vridlo.People.Sessions;

/// <summary>
/// Signs a person in in this browser, and is the only way to do so. Whoever was signed in in it before is signed out, and the session is a new
/// one under a key of its own: a key that was planted here, or that others know, opens nothing of the person's (OWASP ASVS 4.0.3, 3.2.1).
/// </summary>
internal sealed class BeginSession(IHttpContextAccessor http, IServiceScopeFactory scopes, SignInManager<Account> signIn)
{
    public async Task Run(Account account)
    {
        var context = http.HttpContext!;
        await context.SignOutAsync(WhoClaims.Browser);

        // The framework keeps one handler for a request, which would go on under the key it has read. Another one finds no session to go on with.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAuthenticationService>()
            .SignInAsync(context, WhoClaims.Browser, await signIn.CreateUserPrincipalAsync(account), new());
    }
}
