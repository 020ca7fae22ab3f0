using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Record;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Asking;

/// <summary>Takes an application in: from anybody by the form, or from an officer what came by data box or on paper.</summary>
internal sealed class ReceiveApplication(AppDb db, ReadApplication read, TakeNumber numbers, ToApplicant letters, StatementSettings settings, Asker asker, IClock clock)
{
    public const string Act = "statements.asked";

    /// <summary>From one address of mail within two days: whoever types in another's address cannot fill that box with our letters.</summary>
    private const int MostOfOne = 5;

    /// <param name="Typed">what was typed</param>
    /// <param name="Way">how it came</param>
    /// <param name="Language">the language of the form and of letters to the applicant</param>
    /// <param name="Sending">number of the form: what is sent twice is taken in once; null for a fresh one</param>
    internal sealed record Command(ApplicationTyped Typed, ApplicationWay Way, Language Language, Guid? Sending = null);

    /// <returns>the application; whoever sends it again gets the same</returns>
    public async Task<Result<Application>> Run(Command command, CancellationToken stop)
    {
        var (typed, way) = (command.Typed, command.Way);
        if (way.Channel is not Channel.Form && !asker.May(StatementRights.Decide))
        {
            return Problem.Forbidden("statements.may-not-decide");
        }

        await using var begun = await db.Begin(stop);
        var today = clock.Today();
        var known = await read.Run(typed, way, way.Channel is not Channel.Form, command.Language, today, stop);
        if (!known.Ok)
        {
            return known.Problems.ToArray();
        }

        // Who sends the same form at the same time waits here for the other and finds what that one has made.
        var number = await numbers.Next(TakeNumber.OfApplications, 0, stop);
        StatementId id = new(command.Sending ?? Guid.CreateVersion7());
        if (await db.Set<Application>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop) is { } there)
        {
            return there;
        }

        if (way.Channel is Channel.Form && await Lately(typed.MailKey, today, stop) >= MostOfOne)
        {
            return Problem.Invalid("statements.too-many", "mail", MostOfOne);
        }

        var application = Made(id, number, command, known.Value);
        db.Add(application);
        if (typed.Contact(id) is { } contact)
        {
            db.Add(contact);
            letters.Received(application, contact);
        }

        return await db.Commit(Who(), stop) ? application : Problem.Conflict("statements.sent-meanwhile");
    }

    private Task<int> Lately(string mailKey, LocalDate today, CancellationToken stop)
    {
        var since = today.PlusDays(-1);
        return db.Set<Contact>().CountAsync(c => c.MailKey == mailKey && db.Set<Application>().Any(a => a.Id == c.Id && a.Channel == Channel.Form && a.Corrects == null && a.ReceivedOn >= since), stop);
    }

    private Act Who() => asker is { IsKnown: true, SeesAs: null } ? asker.Act(Act, "") : new(Actor.Anybody, Act, "");

    private Application Made(StatementId id, int number, Command command, ApplicationRead known)
    {
        var way = command.Way;
        var made = new Application
        {
            Id = id, Number = number, Title = "", Sought = "", Applicant = "", CompanyNumber = "", Seat = "", DataBox = "", Description = "", Aim = "", Outputs = "", Cost = 0,
            Currency = known.Cost.Currency, FundingProgramme = "", FundingCall = "", Claimed = "", ReceivedOn = way.ReceivedOn, Due = settings.Due(way.ReceivedOn),
            Channel = way.Channel, Language = command.Language, Stage = Stage.Received, ClosedWhy = "", CorrectsWhy = "", Version = 1,
        };
        made.Put(command.Typed, known);
        return made;
    }
}
