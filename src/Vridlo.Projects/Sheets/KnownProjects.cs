using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>Whom a row may mean: what is known of the projects there are.</summary>
internal sealed class KnownProjects
{
    public required LoadedFacts Facts { get; init; }

    public required IReadOnlyDictionary<int, InstrumentId> ByNumber { get; init; }

    /// <summary>Projects by their bearer and title; those that are not to be told apart are left out.</summary>
    public required IReadOnlyDictionary<(OrganisationId Bearer, string Title), InstrumentId> ByTitle { get; init; }
}

/// <summary>A project that a row means, with what belongs to it.</summary>
internal sealed record MeantProject(Project Project, OrganisationListed Bearer, IReadOnlyList<StandingLink> Links, IReadOnlyDictionary<(FundId Fund, int Year), long> Planned);

/// <summary>Reads at once what thousands of rows are compared with.</summary>
internal sealed class ReadKnown(AppDb db, IOrganisations organisations, IPlaces places, IMoneyLedger money, OwnProgramme nodes, StandingLinks links, IClock clock)
{
    private const int AtOnce = 500;

    public async Task<KnownProjects> All(CancellationToken stop)
    {
        var edition = await nodes.Edition(stop);
        var municipalities = await MunicipalityNames.Read(places, edition?.Territory ?? "", stop);
        var facts = new LoadedFacts(await organisations.All.ToListAsync(stop), municipalities, await nodes.ByCode(stop), edition is not null && await places.Shape(edition.Territory, stop) is { } territory ? territory.Shape.EnvelopeInternal : null, clock.Today());
        var projects = await db.Set<Project>().AsNoTracking().Select(p => new { p.Id, p.Number, p.Title, p.Bearer }).ToListAsync(stop);
        return new()
        {
            Facts = facts,
            ByNumber = projects.ToDictionary(p => p.Number, p => p.Id),
            ByTitle = projects.GroupBy(p => (facts.Meant(p.Bearer).Id, Folding.Fold(p.Title))).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Id),
        };
    }

    /// <summary>These projects, with what is planned for them from some funds.</summary>
    public async Task<IReadOnlyDictionary<InstrumentId, MeantProject>> These(IReadOnlyCollection<InstrumentId> ids, LoadedFacts facts, IReadOnlyCollection<FundId> funds, CancellationToken stop)
    {
        var found = new Dictionary<InstrumentId, MeantProject>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var projects = await db.Set<Project>().AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(stop);
            var carried = await links.Of(some, stop);
            var planned = funds.Count == 0 ? [] : await money.Postings.Where(p => some.Contains(p.Instrument) && funds.Contains(p.Fund) && p.Kind == SumKind.Planned)
                .GroupBy(p => new { p.Instrument, p.Fund, p.Year }).Select(g => new { g.Key, Sum = g.Sum(p => p.Amount) }).ToListAsync(stop);
            var plans = planned.ToLookup(p => p.Key.Instrument);
            foreach (var project in projects)
            {
                found[project.Id] = new(
                    project,
                    facts.Meant(project.Bearer),
                    [.. carried[project.Id]],
                    plans[project.Id].ToDictionary(p => (p.Key.Fund, p.Key.Year), p => p.Sum));
            }
        }

        return found;
    }
}
