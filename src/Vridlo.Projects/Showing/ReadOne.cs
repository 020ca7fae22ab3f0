using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Showing;

/// <summary>A project with all that its pages show.</summary>
/// <param name="Project">the project</param>
/// <param name="Bearer">who carries it out</param>
/// <param name="Place">where it is, or null</param>
/// <param name="Links">the nodes it carries out, with their shares of its money, the largest first</param>
/// <param name="Stages">the stages it has been through, the first one first</param>
/// <param name="Sums">its money by fund and year</param>
/// <param name="LastPosting">the day of the newest posting, or null</param>
internal sealed record ProjectShown(
    Project Project,
    OrganisationListed Bearer,
    Place? Place,
    IReadOnlyList<(NodeStanding Node, int Share)> Links,
    IReadOnlyList<StageEntry> Stages,
    IReadOnlyList<FundSum> Sums,
    LocalDate? LastPosting)
{
    /// <summary>The conditions of beginning by their text keys, and how far each is met.</summary>
    public IReadOnlyList<(string Key, Enum Met)> Conditions =>
    [
        ("projects.readiness.documents", Project.Documents), ("projects.readiness.permits", Project.Permits),
        ("projects.readiness.land", Project.Land), ("projects.readiness.finance", Project.Finance),
    ];
}

/// <summary>What a project has of a fund in a year.</summary>
internal sealed record FundSum(string Code, Localized Title, Payer Payer, Currency Currency, int Year, SumKind Kind, long Amount);

/// <summary>Reads one project.</summary>
internal sealed class ReadOne(AppDb db, IMoneyLedger money, IOrganisations organisations, IPlaces places, IProgrammeLedger ledger, IClock clock)
{
    /// <summary>The identity of the project with this code, or null.</summary>
    public async Task<InstrumentId?> Id(string code, CancellationToken stop) => (await Project(code, stop))?.Id;

    /// <summary>The project with this code by itself, or null.</summary>
    public async Task<Project?> Project(string code, CancellationToken stop) => Number(code) is { } number
        ? await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Number == number, stop) : null;

    /// <summary>The project that had this code and was taken back, or null.</summary>
    public async Task<WithdrawnProject?> Withdrawn(string code, CancellationToken stop) => Number(code) is { } number
        ? await db.Set<WithdrawnProject>().AsNoTracking().FirstOrDefaultAsync(w => w.Number == number, stop) : null;

    /// <summary>The project with this code, or null.</summary>
    public async Task<ProjectShown?> ByCode(string code, CancellationToken stop)
    {
        if (Number(code) is not { } number)
        {
            return null;
        }

        var found = await (from one in db.Set<Project>().AsNoTracking()
                           join named in organisations.All on one.Bearer equals named.Id
                           join bearer in organisations.All on named.Self equals bearer.Id
                           where one.Number == number
                           select new { Project = one, Bearer = bearer }).FirstOrDefaultAsync(stop);
        return found is null ? null : await With(found.Project, found.Bearer, stop);
    }

    /// <summary>The number of a code that is written as codes are.</summary>
    private static int? Number(string code) => Pool.Project.NumberOf(code) is { } number && Pool.Project.CodeOf(number) == code ? number : null;

    private async Task<ProjectShown> With(Project project, OrganisationListed bearer, CancellationToken stop)
    {
        var place = project.Place is { } at ? await places.All.FirstOrDefaultAsync(p => p.Code == at, stop) : null;
        var shares = await money.Shares.Where(s => s.Instrument == project.Id).ToDictionaryAsync(s => s.Node, s => s.Share, stop);
        var nodes = shares.Count == 0 ? [] : await ledger.Standing(shares.Keys, clock.Today(), stop);
        var sums = await money.Postings.Where(p => p.Instrument == project.Id).GroupBy(p => new { p.FundCode, p.Payer, p.Currency, p.Year, p.Kind })
            .Select(g => new { g.Key, Amount = g.Sum(p => p.Amount), Last = g.Max(p => p.Day) }).ToListAsync(stop);
        var titles = sums.Count == 0 ? [] : await money.Funds.Where(f => sums.Select(s => s.Key.FundCode).Contains(f.Code)).ToDictionaryAsync(f => f.Code, f => f.Title, stop);
        return new(
            project,
            bearer,
            place,
            [.. nodes.Select(n => (n, shares[n.Id])).OrderByDescending(l => l.Item2).ThenBy(l => l.n.Code, StringComparer.Ordinal)],
            await db.Set<StageEntry>().AsNoTracking().Where(s => s.ProjectId == project.Id).OrderBy(s => s.Id).ToListAsync(stop),
            [.. sums.Where(s => s.Amount != 0).Select(s => new FundSum(s.Key.FundCode, titles[s.Key.FundCode], s.Key.Payer, s.Key.Currency, s.Key.Year, s.Key.Kind, s.Amount))],
            sums.Count == 0 ? null : sums.Max(s => s.Last));
    }
}
