using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Sessions;

/// <summary>
/// Keeps who is signed in in the database: any instance knows it, and it can be ended from elsewhere. It ends by itself when it is not used, and
/// at the end of a working day in any case; a form that is sent afterwards is kept until its person has signed in again
/// (<see cref="Typing.TypedForms"/>).
/// </summary>
internal sealed class Tickets(IServiceScopeFactory scopes, IClock clock, IHttpContextAccessor http) : ITicketStore
{
    /// <summary>The claim that holds the session's identity.</summary>
    public const string SessionClaim = "session";

    private const int LongestDevice = 300;
    private static readonly Duration SeenEvery = Duration.FromMinutes(5);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetCurrentInstant();
        var device = http.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        await Within(async db =>
        {
            db.RemoveRange(await db.Set<Session>().Where(s => s.Until < now).OrderBy(s => s.Until).Take(100).ToListAsync());
            db.Add(new Session
            {
                Id = Guid.CreateVersion7(),
                PersonId = Person(ticket),
                Key = Hash(key),
                Ticket = Bare(ticket),
                Since = now,
                Seen = now,
                Until = Until(ticket, now, now),
                Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
            });
            return await db.Keep(default);
        });
        return key;
    }

    /// <remarks>A session goes on for its own person alone: should somebody else be signed in under its key all the same, it ends (<see cref="BeginSession"/>).</remarks>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Within(async db =>
    {
        var (hash, now) = (Hash(key), clock.GetCurrentInstant());
        if (await db.Set<Session>().FirstOrDefaultAsync(s => s.Key == hash) is not { } session)
        {
            return false;
        }

        if (session.PersonId == Person(ticket))
        {
            (session.Ticket, session.Seen, session.Until) = (Bare(ticket), now, Until(ticket, session.Since, now));
        }
        else
        {
            db.Remove(session);
        }

        return await db.Keep(default);
    });

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Within(async db =>
    {
        var (hash, now) = (Hash(key), clock.GetCurrentInstant());
        if (await db.Set<Session>().FirstOrDefaultAsync(s => s.Key == hash && s.Until > now) is not { } session
            || TicketSerializer.Default.Deserialize(session.Ticket) is not { } ticket || Person(ticket) != session.PersonId)
        {
            return null;
        }

        if (now - session.Seen > SeenEvery)
        {
            session.Seen = now;
            await db.Keep(default);
        }

        List<Claim> known = [new(SessionClaim, session.Id.ToString())];
        if (session.SeesAs is { } role)
        {
            known.Add(new(WhoClaims.SeesAs, role.ToString()));
        }

        ticket.Principal.AddIdentity(new(known));
        return ticket;
    });

    public Task RemoveAsync(string key) => Within(async db =>
    {
        var hash = Hash(key);
        db.RemoveRange(await db.Set<Session>().Where(s => s.Key == hash).ToListAsync());
        return await db.Keep(default);
    });

    /// <summary>Apart from the request's own unit of work, which may fail and must not take the session with it.</summary>
    private async Task<T> Within<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));

    private static PersonId Person(AuthenticationTicket ticket) => new(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!));

    /// <summary>The ticket without what the row says of it (<see cref="RetrieveAsync"/>), which may be another thing by the next request.</summary>
    private static byte[] Bare(AuthenticationTicket ticket) =>
        TicketSerializer.Default.Serialize(new(new ClaimsPrincipal(ticket.Principal.Identities.Where(i => i.IsAuthenticated)), ticket.Properties, ticket.AuthenticationScheme));

    /// <summary>Some hours after it was last used, and in any case some hours after the sign-in.</summary>
    private static Instant Until(AuthenticationTicket ticket, Instant since, Instant now) => Instant.Min(
        ticket.Properties.ExpiresUtc is { } until ? Instant.FromDateTimeOffset(until) : now + Duration.FromHours(SignIn.SigningIn.Hours),
        since + Duration.FromHours(SignIn.SigningIn.LongestHours));
}
