using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Lists;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.OnPages;

/// <summary>A project in a short list.</summary>
public sealed record ProjectBrief(string Code, string Title, Enum Stage, string Bearer, Money Planned);

/// <summary>Reads the projects of a node, a municipality or an organisation for a section of its page, in two statements.</summary>
internal static class ReadSections
{
    private const int Most = 10, MostUnlisted = 50;

    /// <summary>Those that carry out a node or what stands below it.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfNode(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Select(n => n.Id)];
        var shares = services.GetRequiredService<IMoneyLedger>().Shares.Where(s => own.Contains(s.Node));
        return await Read(services, rows => rows.Where(p => shares.Any(s => s.Instrument == p.Id)), "node", node.Self.Code, stop);
    }

    /// <summary>Those that are in a municipality.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfPlace(IServiceProvider services, Place place, CancellationToken stop) =>
        Read(services, rows => rows.Where(p => p.Place == place.Code), "place", place.Code, stop);

    /// <summary>Those that an organisation carries out, and those where it is a partner; also under a name that was merged into it. No list has the partners', nor those of one without number, so more of them are shown.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfOrganisation(IServiceProvider services, OrganisationListed organisation, CancellationToken stop)
    {
        var (db, organisations) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<IOrganisations>());
        var carried = await Read(services, rows => rows.Where(p => p.Bearer == organisation.Id), "bearer", organisation.Number ?? "", stop);
        var partners = from partner in db.Set<Partner>()
                       join named in organisations.All on partner.Organisation equals named.Id
                       where named.Self == organisation.Id
                       select partner.ProjectId;
        var (partnered, count) = await First(services, rows => rows.Where(p => p.Bearer != organisation.Id && partners.Contains(p.Id)), MostUnlisted, stop);
        return new Dictionary<string, object?>(carried!) { ["Partnered"] = partnered, ["PartneredCount"] = count };
    }

    /// <summary>How many stand at each stage; nothing as long as there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfHome(IServiceProvider services, EditionHead edition, CancellationToken stop)
    {
        var stages = await services.GetRequiredService<AppDb>().Set<Project>().Where(p => p.Stage != Stage.Dropped).GroupBy(p => p.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(stop);
        return stages.Count == 0 ? null : new Dictionary<string, object?> { ["Stages"] = (IReadOnlyList<(Enum, int)>)[.. stages.Select(s => ((Enum)s.Stage, s.Count))] };
    }

    private static async Task<IReadOnlyDictionary<string, object?>?> Read(
        IServiceProvider services, Func<IQueryable<ProjectListed>, IQueryable<ProjectListed>> narrow, string filter, string value, CancellationToken stop)
    {
        var (first, count) = await First(services, narrow, value.Length == 0 ? MostUnlisted : Most, stop);
        return new Dictionary<string, object?>
        {
            ["Query"] = value.Length == 0 ? null : $"?{filter}={Uri.EscapeDataString(value)}",
            ["Count"] = count,
            ["Projects"] = first,
        };
    }

    /// <summary>The first of them by title, and how many there are.</summary>
    private static async Task<(IReadOnlyList<ProjectBrief> Projects, int Count)> First(
        IServiceProvider services, Func<IQueryable<ProjectListed>, IQueryable<ProjectListed>> narrow, int most, CancellationToken stop)
    {
        var rows = narrow(services.GetRequiredService<ListProjects>().Rows);
        var first = await rows.OrderBy(p => p.Title).ThenBy(p => p.Id).Take(most + 1).ToListAsync(stop);
        var count = first.Count <= most ? first.Count : await rows.CountAsync(stop);
        return ([.. first.Take(most).Select(p => new ProjectBrief(p.Code, p.Title, p.Stage, p.BearerName, p.Planned))], count);
    }
}
