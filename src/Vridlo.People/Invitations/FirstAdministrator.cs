using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Invitations;

/// <summary>
/// While nobody can sign in, every start prints a fresh one-time link for the first administrator to standard error. The link of
/// an earlier start then no longer works.
/// </summary>
internal sealed class FirstAdministrator(
    IServiceScopeFactory scopes, IHostApplicationLifetime life, IServer server, IClock clock, TextCatalogue texts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() => _ = Print(life.ApplicationStopping));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Print(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var code = await Link(scope.ServiceProvider, clock, stop);
        if (code is not null && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            var t = texts.In(Languages.Parse(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Language.En);
            await Console.Error.WriteLineAsync(t["people.first-link", address.TrimEnd('/') + Invitation.Path(code)]);
        }
    }

    /// <summary>The code of a fresh link, or null when there are people already.</summary>
    internal static async Task<string?> Link(IServiceProvider services, IClock clock, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        if ((await services.GetRequiredService<IPeople>().All(stop)).Count > 0)
        {
            return null;
        }

        db.RemoveRange(await db.Set<Invitation>().Where(i => i.Kind == InvitationKind.First).ToListAsync(stop));
        var (invitation, code) = Invitation.Make(InvitationKind.First, null, clock.GetCurrentInstant());
        db.Add(invitation);
        return await db.Keep(stop) ? code : null;
    }
}
