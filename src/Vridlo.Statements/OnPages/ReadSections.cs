using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.Statements.Lists;

namespace Vridlo.Statements.OnPages;

/// <summary>A statement in a short list.</summary>
public sealed record StatementBrief(string Code, string FullNumber, string Title, string Applicant, Enum Outcome, bool Withdrawn, bool Replaced, LocalDate IssuedOn);

/// <summary>
/// Reads the statements of a node, a municipality, an organisation or a project for a section of its page, in two statements. Without any there is no
/// section: most nodes have none.
/// </summary>
internal static class ReadSections
{
    private const int Most = 10;

    /// <summary>Those that name a node or what stands below it.</summary>
    public static async Task<IReadOnlyDictionary<string, object?>?> OfNode(IServiceProvider services, EditionHead edition, NodeSurroundings node, CancellationToken stop)
    {
        if (node.Self.Kind is not (NodeKind.Area or NodeKind.Objective or NodeKind.Measure or NodeKind.Activity))
        {
            return null;
        }

        List<NodeId> own = [node.Self.Id, .. node.Below.Select(n => n.Id)];
        return await Read(services, (list, rows) => list.Naming(rows, own), "node", node.Self.Code, stop);
    }

    /// <summary>Those of projects in a municipality.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfPlace(IServiceProvider services, Place place, CancellationToken stop) =>
        Read(services, (_, rows) => rows.Where(s => s.Place == place.Code), "place", place.Code, stop);

    /// <summary>Those for which an organisation applied.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfOrganisation(IServiceProvider services, OrganisationListed organisation, CancellationToken stop) =>
        Read(services, (_, rows) => rows.Where(s => s.Applicant == organisation.Id), "applicant", organisation.Number ?? "", stop);

    /// <summary>Those that are about a project.</summary>
    public static Task<IReadOnlyDictionary<string, object?>?> OfSubject(IServiceProvider services, SubjectKey subject, CancellationToken stop)
    {
        if (!Guid.TryParse(subject.Id, out var id))
        {
            return Task.FromResult<IReadOnlyDictionary<string, object?>?>(null);
        }

        InstrumentId? project = new InstrumentId(id);
        return Read(services, (_, rows) => rows.Where(s => s.Project == project), "project", null, stop);
    }

    /// <param name="services">the services of the request</param>
    /// <param name="narrow">leaves those that are meant</param>
    /// <param name="filter">what narrows the register to them</param>
    /// <param name="value">to what; null for the code of the project they are about</param>
    /// <param name="stop">ends it</param>
    private static async Task<IReadOnlyDictionary<string, object?>?> Read(
        IServiceProvider services, Func<ListStatements, IQueryable<StatementListed>, IQueryable<StatementListed>> narrow, string filter, string? value, CancellationToken stop)
    {
        var list = services.GetRequiredService<ListStatements>();
        var rows = narrow(list, list.Rows);
        var first = await rows.OrderByDescending(s => s.IssuedOn).ThenByDescending(s => s.Id).Take(Most + 1).ToListAsync(stop);
        value ??= first.Count == 0 ? "" : first[0].ProjectCode ?? "";
        return first.Count == 0 ? null : new Dictionary<string, object?>
        {
            ["Query"] = value.Length == 0 ? null : $"?{filter}={Uri.EscapeDataString(value)}",
            ["Count"] = first.Count <= Most ? first.Count : await rows.CountAsync(stop),
            ["Statements"] = (IReadOnlyList<StatementBrief>)[.. first.Take(Most).Select(s =>
                new StatementBrief(s.Code, s.FullNumber, s.Title, s.ApplicantName, s.Outcome, s.WithdrawnOn is not null, s.ReplacedBy is not null, s.IssuedOn))],
        };
    }
}
