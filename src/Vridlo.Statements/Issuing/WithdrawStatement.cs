using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>Withdraws an issued statement for a reason, which the register shows. The statement and its letter stay as they were.</summary>
internal sealed class WithdrawStatement(AppDb db, ToApplicant mail, StatementAccess access, Asker asker, IClock clock)
{
    public const string Act = "statements.withdrawn";

    public const int LongestWhy = 1000;

    /// <returns>the new version of the application</returns>
    public async Task<Result<int>> Run(StatementId id, int version, string why, CancellationToken stop)
    {
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (application.Stage is not Stage.Issued || await db.FindAsync<Statement>([id], stop) is not { } statement)
        {
            return Problem.Conflict("statements.not-issued");
        }

        var form = StatementFields.Begin();
        form.Text(why, "withdrawWhy", LongestWhy);
        if (form.Problems.Count > 0)
        {
            return form.Problems.ToArray();
        }

        if (application.Version != version)
        {
            return Problem.Conflict("statements.changed-meanwhile");
        }

        var today = clock.Today();
        var nodes = await db.Set<DecisionNode>().Where(n => n.StatementId == id).Select(n => n.NodeId).ToListAsync(stop);
        if (!await access.May(nodes, stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        (statement.WithdrawnOn, statement.WithdrawnWhy, application.Stage) = (today, why.Trim(), Stage.Withdrawn);
        application.Version++;
        if (await db.FindAsync<Contact>([id], stop) is { } contact)
        {
            mail.Withdrawn(application, contact, statement);
        }

        return await db.Commit(asker.Act(Act, why.Trim()), stop) ? application.Version : Problem.Conflict("statements.changed-meanwhile");
    }
}
