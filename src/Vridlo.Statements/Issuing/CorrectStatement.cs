using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.About;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>
/// Prepares the correction of an issued statement: an application that says the same, decided the same, to be decided anew and issued with a
/// number of its own. Until then the statement holds as it is; what need not be corrected after all is set aside.
/// </summary>
internal sealed class CorrectStatement(AppDb db, TakeNumber numbers, StatementAccess access, StatementSettings settings, Asker asker, IClock clock)
{
    public const string Act = "statements.correction-opened";

    public const int LongestWhy = 1000;

    /// <param name="id">the application whose statement is to be corrected</param>
    /// <param name="version">its version that was seen</param>
    /// <param name="why">the reason, which the register shows when the correction is issued</param>
    /// <param name="stop">ends it</param>
    /// <returns>the application of the correction</returns>
    public async Task<Result<Application>> Run(StatementId id, int version, string why, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (application.Stage is not Stage.Issued || await db.FindAsync<Decision>([id], stop) is not { } decision)
        {
            return Problem.Conflict("statements.not-correctable");
        }

        var form = StatementFields.Begin();
        form.Text(why, "correctWhy", LongestWhy);
        if (form.Problems.Count > 0)
        {
            return form.Problems.ToArray();
        }

        if (await Corrections.Open(db, id, stop) is { } open)
        {
            return Problem.Conflict("statements.correction-open", open);
        }

        if (application.Version != version)
        {
            return Problem.Conflict("statements.changed-meanwhile");
        }

        var nodes = await db.Set<DecisionNode>().AsNoTracking().Where(n => n.StatementId == id).ToListAsync(stop);
        if (!await access.May([.. nodes.Select(n => n.NodeId)], stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        var correction = Corrections.Of(application, await numbers.Next(TakeNumber.OfApplications, 0, stop), why.Trim(), settings.Due(clock.Today()));
        db.Add(correction);
        db.Add(Corrections.Of(decision, correction.Id, clock.GetCurrentInstant()));
        db.AddRange(nodes.Select(n => new DecisionNode { StatementId = correction.Id, NodeId = n.NodeId, Code = n.Code, Title = n.Title, Position = n.Position }));
        if (await db.FindAsync<AboutProject>([id], stop) is { } about)
        {
            db.Add(new AboutProject { Id = correction.Id, InstrumentId = about.InstrumentId });
        }

        if (await db.FindAsync<Contact>([id], stop) is { } contact)
        {
            db.Add(new Contact { Id = correction.Id, Name = contact.Name, Mail = contact.Mail, MailKey = contact.MailKey, Phone = contact.Phone });
        }

        // Of two who prepare one at once, the second is told.
        application.Version++;
        return await db.Commit(asker.Act(Act, why.Trim()), stop) ? correction : Problem.Conflict("statements.changed-meanwhile");
    }
}
