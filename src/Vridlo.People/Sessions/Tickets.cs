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

/// <summary>Keeps who is signed in in the database: any instance knows it, and it can be ended from elsewhere.</summary>
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
                PersonId = new(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!)),
                Key = Hash(key),
                Ticket = TicketSerializer.Default.Serialize(ticket),
                Since = now,
                Seen = now,
                Until = Until(ticket, now),
                Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
            });
            return await db.Keep(default);
        });
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Change(key, session =>
    {
        var now = clock.GetCurrentInstant();
        (session.Ticket, session.Seen, session.Until) = (TicketSerializer.Default.Serialize(ticket), now, Until(ticket, now));
    });

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Within(async db =>
    {
        var (hash, now) = (Hash(key), clock.GetCurrentInstant());
        if (await db.Set<Session>().FirstOrDefaultAsync(s => s.Key == hash && s.Until > now) is not { } session
            || TicketSerializer.Default.Deserialize(session.Ticket) is not { } ticket)
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

    private Task<bool> Change(string key, Action<Session> change) => Within(async db =>
    {
        var hash = Hash(key);
        if (await db.Set<Session>().FirstOrDefaultAsync(s => s.Key == hash) is { } session)
        {
            change(session);
            await db.Keep(default);
        }

        return true;
    });

    /// <summary>Apart from the request's own unit of work, which may fail and must not take the session with it.</summary>
    private async Task<T> Within<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static byte[] Hash(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));

    private static Instant Until(AuthenticationTicket ticket, Instant now) =>
        ticket.Properties.ExpiresUtc is { } until ? Instant.FromDateTimeOffset(until) : now + Duration.FromHours(SignIn.SigningIn.Hours);
}
