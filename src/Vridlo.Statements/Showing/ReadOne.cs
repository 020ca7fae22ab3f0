using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Statements.About;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Showing;

/// <summary>An application with all that became of it.</summary>
/// <param name="Application">the application</param>
/// <param name="Contact">who can be asked, or null; only for those who may decide</param>
/// <param name="Decision">what was decided, or null</param>
/// <param name="Statement">what was issued, or null</param>
/// <param name="Nodes">the measures and activities of the decision</param>
/// <param name="Place">where the project is, or null</param>
/// <param name="Replaces">the statement that this one is to correct, or has replaced; null when it is no correction</param>
/// <param name="ReplacedBy">what has replaced the statement, or null</param>
/// <param name="Correction">file number of the correction that is being prepared, or null</param>
/// <param name="Project">the project it is about, or null</param>
internal sealed record ApplicationShown(
    Application Application, Contact? Contact, Decision? Decision, Statement? Statement, IReadOnlyList<DecisionNode> Nodes, Place? Place, Statement? Replaces, Replacement? ReplacedBy, string? Correction, InstrumentListed? Project);

/// <summary>What has replaced a statement, and why.</summary>
internal sealed record Replacement(Statement Statement, string Why);

/// <summary>Reads one application, or one statement.</summary>
internal sealed class ReadOne(AppDb db, IPlaces places, IOrganisations organisations, IInstruments instruments)
{
    /// <summary>The identity of the application with this file number, or null.</summary>
    public async Task<StatementId?> Id(string code, CancellationToken stop) => Application.NumberOf(code) is { } number
        ? await db.Set<Application>().Where(a => a.Number == number).Select(a => (StatementId?)a.Id).FirstOrDefaultAsync(stop) : null;

    /// <summary>The application with this file number, or null.</summary>
    public async Task<ApplicationShown?> ByCode(string code, CancellationToken stop) =>
        Application.NumberOf(code) is { } number ? await With(db.Set<Application>().Where(a => a.Number == number), stop) : null;

    /// <summary>The application, or null.</summary>
    public Task<ApplicationShown?> ById(StatementId id, CancellationToken stop) => With(db.Set<Application>().Where(a => a.Id == id), stop);

    /// <summary>What was issued under this code, such as 2026-0001, or null.</summary>
    public async Task<Statement?> Issued(string code, CancellationToken stop) => Statement.Read(code) is var (year, number)
        ? await db.Set<Statement>().AsNoTracking().FirstOrDefaultAsync(s => s.Year == year && s.Number == number, stop) : null;

    /// <summary>The application of what was issued under this code, or null.</summary>
    public async Task<ApplicationShown?> ByStatement(string code, CancellationToken stop) => Statement.Read(code) is var (year, number)
        ? await With(db.Set<Application>().Where(a => db.Set<Statement>().Any(s => s.Id == a.Id && s.Year == year && s.Number == number)), stop) : null;

    /// <summary>The organisation that applied, as it stands now.</summary>
    public async Task<OrganisationListed> Applicant(Statement statement, CancellationToken stop) => await (
        from named in organisations.All
        join self in organisations.All on named.Self equals self.Id
        where named.Id == statement.Organisation
        select self).FirstAsync(stop);

    private async Task<ApplicationShown?> With(IQueryable<Application> which, CancellationToken stop)
    {
        var found = await (
            from application in which.AsNoTracking()
            join c in db.Set<Contact>() on application.Id equals c.Id into contacts
            from contact in contacts.DefaultIfEmpty()
            join d in db.Set<Decision>() on application.Id equals d.Id into decisions
            from decision in decisions.DefaultIfEmpty()
            join s in db.Set<Statement>() on application.Id equals s.Id into statements
            from statement in statements.DefaultIfEmpty()
            select new
            {
                Application = application,
                Contact = contact,
                Decision = decision,
                Statement = statement,
                Correction = db.Set<Application>().Where(a => a.Corrects == application.Id && (a.Stage == Stage.Received || a.Stage == Stage.Decided)).Select(a => (int?)a.Number).FirstOrDefault(),
                About = db.Set<AboutProject>().Where(a => a.Id == application.Id).Select(a => (InstrumentId?)a.InstrumentId).FirstOrDefault(),
            }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var id = found.Application.Id;
        return new(
            found.Application,
            found.Contact,
            found.Decision,
            found.Statement,
            found.Decision is null ? [] : await db.Set<DecisionNode>().AsNoTracking().Where(n => n.StatementId == id).OrderBy(n => n.Position).ToListAsync(stop),
            found.Application.Place is { } at ? await places.All.FirstOrDefaultAsync(p => p.Code == at, stop) : null,
            found.Application.Corrects is { } corrected ? await db.Set<Statement>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == corrected, stop) : null,
            found.Application.Stage is Stage.Replaced ? await By(id, stop) : null,
            found.Correction is { } number ? Application.CodeOf(number) : null,
            found.About is { } about ? await instruments.All.FirstOrDefaultAsync(i => i.Id == about, stop) : null);
    }

    private Task<Replacement?> By(StatementId replaced, CancellationToken stop) => (
        from statement in db.Set<Statement>().AsNoTracking()
        join application in db.Set<Application>() on statement.Id equals application.Id
        where statement.Replaces == replaced
        select new Replacement(statement, application.CorrectsWhy)).FirstOrDefaultAsync(stop);
}
