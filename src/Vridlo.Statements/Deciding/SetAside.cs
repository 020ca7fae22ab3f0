using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Deciding;

/// <summary>Sets an application aside without a statement: the applicant took it back, it came twice, nobody meant it. The applicant is told, and why.</summary>
internal sealed class SetAside(AppDb db, ToApplicant mail, StatementAccess access, Asker asker, IClock clock)
{
    public const string Act = "statements.set-aside";

    public const int LongestWhy = 1000;

    /// <returns>the new version of the application</returns>
    public async Task<Result<int>> Run(StatementId id, int version, string why, CancellationToken stop)
    {
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (!await access.May(application, stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        var form = StatementFields.Begin();
        form.Text(why, "asideWhy", LongestWhy);
        if (form.Problems.Count > 0)
        {
            return form.Problems.ToArray();
        }

        if (application.Stage is not (Stage.Received or Stage.Decided))
        {
            return Problem.Conflict("statements.closed");
        }

        if (application.Version != version)
        {
            return Problem.Conflict("statements.changed-meanwhile");
        }

        (application.Stage, application.ClosedWhy, application.ClosedOn) = (Stage.SetAside, why.Trim(), clock.Today());
        application.Version++;
        await Tell(application, stop);
        return await db.Commit(asker.Act(Act, why.Trim()), stop) ? application.Version : Problem.Conflict("statements.changed-meanwhile");
    }

    /// <summary>Tells the applicant that it is set aside, or no longer. Of a correction that is being prepared an applicant knows nothing yet.</summary>
    public async Task Tell(Application application, CancellationToken stop)
    {
        if (application.Corrects is null && await db.FindAsync<Contact>([application.Id], stop) is { } contact)
        {
            mail.Aside(application, contact);
        }
    }
}
