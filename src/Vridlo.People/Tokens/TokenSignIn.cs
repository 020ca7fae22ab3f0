using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Tokens;

/// <summary>Signs a machine in by the token of its request (RFC 6750: <c>Authorization: Bearer …</c>).</summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AppDb db, IClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>What every token begins with, so that one that has leaked into a text can be found.</summary>
    public const string Prefix = "vridlo_";

    /// <summary>The claim that says until when the token that was shown lasts.</summary>
    public const string Until = "vridlo:until";

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var (hash, now) = (Hash(header["Bearer ".Length..].Trim()), clock.GetCurrentInstant());
        var token = await db.Set<Token>().AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash && t.Until > now && t.Revoked == null, Context.RequestAborted);
        if (token is null)
        {
            return AuthenticateResult.Fail("The token is unknown, has run out or was revoked.");
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, token.PersonId.Value.ToString()), new(Until, InstantPattern.ExtendedIso.Format(token.Until)), .. token.Rights.Split(' ').Select(r => new Claim(WhoClaims.OnlyRight, r))], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }
}
