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
        var known = await read.Run(typed, way, command.Language, today, stop);
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

        var mailKey = typed.Mail.Trim().ToLowerInvariant();
        if (way.Channel is Channel.Form && await Lately(mailKey, today, stop) >= MostOfOne)
        {
            return Problem.Invalid("statements.too-many", "mail", MostOfOne);
        }

        var application = Made(id, number, command, known.Value);
        db.Add(application);
        if (typed.ContactName.Trim().Length > 0)
        {
            var contact = new Contact { Id = id, Name = typed.ContactName.Trim(), Mail = typed.Mail.Trim(), MailKey = mailKey, Phone = typed.Phone.Trim() };
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
        var (typed, way) = (command.Typed, command.Way);
        return new()
        {
            Id = id,
            Number = number,
            Title = typed.Title.Trim(),
            Sought = Folding.Fold($"{Application.CodeOf(number)} {typed.Title} {typed.Applicant}"),
            Applicant = typed.Applicant.Trim(),
            CompanyNumber = known.CompanyNumber,
            Seat = typed.Seat.Trim(),
            DataBox = typed.DataBox.Trim().ToLowerInvariant(),
            Place = known.Place,
            Description = typed.Description.Trim(),
            Aim = typed.Aim.Trim(),
            Outputs = typed.Outputs.Trim(),
            Cost = known.Cost.Minor,
            Currency = known.Cost.Currency,
            FundingProgramme = typed.FundingProgramme.Trim(),
            FundingCall = typed.FundingCall.Trim(),
            Funding = known.Funding,
            FundingDeadline = known.FundingDeadline,
            Starts = known.Starts,
            Ends = known.Ends,
            Claimed = known.Claimed,
            ReceivedOn = way.ReceivedOn,
            Due = way.ReceivedOn.PlusDays(settings.Days),
            Channel = way.Channel,
            Language = command.Language,
            Stage = Stage.Received,
            ClosedWhy = "",
            CorrectsWhy = "",
            Version = 1,
        };
    }
}
