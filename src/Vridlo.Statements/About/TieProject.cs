using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Subjects;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.About;

/// <summary>Says which project an application is about, or that it is about none; also once a statement is issued, which says nothing else because of it.</summary>
internal sealed class TieProject(AppDb db, IInstruments instruments, StatementAccess access, Asker asker)
{
    public const string Act = "statements.tie";

    /// <param name="id">the application</param>
    /// <param name="version">its version that was seen</param>
    /// <param name="code">code of the project; empty for none</param>
    /// <param name="stop">ends it</param>
    /// <returns>the new version of the application</returns>
    public async Task<Result<int>> Run(StatementId id, int version, string code, CancellationToken stop)
    {
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (!await access.May(application, stop))
        {
            return Problem.Forbidden("statements.may-not-decide");
        }

        var sought = code.Trim().ToUpperInvariant();
        InstrumentId? project = sought.Length == 0 ? null
            : await instruments.All.Where(i => i.Code == sought && i.Kind == InstrumentKind.Project).Select(i => (InstrumentId?)i.Id).FirstOrDefaultAsync(stop);
        if (project is null && sought.Length > 0)
        {
            return Problem.Invalid("statements.about.unknown", "project");
        }

        if (application.Version != version)
        {
            return Problem.Conflict("statements.changed-meanwhile");
        }

        var now = await db.FindAsync<AboutProject>([id], stop);
        if (now?.InstrumentId == project)
        {
            return application.Version;
        }

        switch (now, project)
        {
            case (null, { } tied): db.Add(new AboutProject { Id = id, InstrumentId = tied }); break;
            case ({ } there, { } other): there.InstrumentId = other; break;
            case ({ } there, null): db.Remove(there); break;
        }

        application.Version++;
        return await db.Commit(asker.Act(Act, ""), stop) ? application.Version : Problem.Conflict("statements.changed-meanwhile");
    }

    /// <summary>Whether an application is about a thing.</summary>
    public static async Task<bool> Refers(IServiceProvider unit, SubjectKey thing, CancellationToken stop) =>
        thing.Kind == "instrument" && new InstrumentId(Guid.Parse(thing.Id)) is var project && await unit.GetRequiredService<AppDb>().Set<AboutProject>().AnyAsync(a => a.InstrumentId == project, stop);
}
