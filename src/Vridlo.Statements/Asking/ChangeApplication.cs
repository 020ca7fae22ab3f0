using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Mail;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Asking;

/// <summary>
/// Mends what an application says, until a statement is issued of it or it is set aside. What was decided stays decided. The words of an issued statement
/// stay as they are: they are mended in its correction. Letters to an address that nobody gives any more are forgotten.
/// </summary>
internal sealed class ChangeApplication(AppDb db, IMail mail, ReadApplication read, StatementAccess access, StatementSettings settings, Asker asker, IClock clock)
{
    public const string Act = "statements.changed";

    /// <param name="Application">the application</param>
    /// <param name="Version">its version that was seen</param>
    /// <param name="Typed">what was typed; without contact there is none any more</param>
    /// <param name="Way">how it came</param>
    /// <param name="Language">the language of the form, for sums</param>
    internal sealed record Command(StatementId Application, int Version, ApplicationTyped Typed, ApplicationWay Way, Language Language);

    /// <summary>Whether how and when it came can be mended: the form has noted that by itself, and a correction is counted from the day it was begun.</summary>
    public static bool WayIsTyped(Application application) => application.Channel is not Channel.Form && application.Corrects is null;

    /// <returns>the new version of the application</returns>
    public async Task<Result<int>> Run(Command command, CancellationToken stop)
    {
        var open = await access.Open(command.Application, command.Version, stop);
        if (!open.Ok)
        {
            return open.Problems.ToArray();
        }

        var application = open.Value;
        var (typed, way) = (command.Typed, command.Way);
        if (way != new ApplicationWay(application.Channel, application.ReceivedOn) && (!WayIsTyped(application) || way.Channel is Channel.Form))
        {
            return Problem.Invalid("statements.way-stays", "receivedOn");
        }

        var known = await read.Run(typed, way, byOfficer: true, command.Language, clock.Today(), stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        application.Put(typed, known.Value);
        Came(application, way);
        await Ask(application.Id, typed, stop);
        db.ChangeTracker.DetectChanges();
        if (!db.ChangeTracker.HasChanges())
        {
            return application.Version;
        }

        application.Version++;
        return await db.Commit(asker.Act(Act, ""), stop) ? application.Version : Problem.Conflict("statements.changed-meanwhile");
    }

    private void Came(Application application, ApplicationWay way)
    {
        if (way.ReceivedOn != application.ReceivedOn)
        {
            application.Due = settings.Due(way.ReceivedOn);
        }

        (application.Channel, application.ReceivedOn) = (way.Channel, way.ReceivedOn);
    }

    private async Task Ask(StatementId id, ApplicationTyped typed, CancellationToken stop)
    {
        var (before, after) = (await db.FindAsync<Contact>([id], stop), typed.Contact(id));
        if (before is { Mail: { Length: > 0 } address } && address != after?.Mail && !await db.Set<Contact>().AnyAsync(c => c.Id != id && c.Mail == address, stop))
        {
            await mail.Forget(address, "statements.", stop);
        }

        switch (before, after)
        {
            case (null, { } first): db.Add(first); break;
            case ({ } there, { } now): db.Entry(there).CurrentValues.SetValues(now); break;
            case ({ } gone, null): db.Remove(gone); break;
        }
    }
}
