using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Lists;

/// <summary>The projects as a list; table, board, schedule and files are of the same rows and filters.</summary>
internal sealed class ListProjects(AppDb db, IMoneyLedger money, IOrganisations organisations, IPlaces places, OwnProgramme nodes, IClock clock)
{
    /// <summary>The word of an address for those that have nothing of what a filter is about.</summary>
    public const string None = "none";

    private const int YearsBack = 5, YearsAhead = 10;

    /// <summary>The list for the public, or for those who work on it.</summary>
    /// <param name="root">Czech address of the list, below which each project has its page</param>
    /// <param name="stop">ends the reading</param>
    public async Task<ListSource<ProjectListed>> Source(string root, CancellationToken stop) => 
        new(List(root, await nodes.Tree(stop), await Municipalities(stop)), Rows);

    /// <summary>All projects.</summary>
    public IQueryable<ProjectListed> Rows =>
        from project in db.Set<Project>().AsNoTracking()
        join named in organisations.All on project.Bearer equals named.Id
        join bearer in organisations.All on named.Self equals bearer.Id
        join found in places.All on project.Place equals found.Code into at
        from place in at.DefaultIfEmpty()
        select new ProjectListed
        {
            Id = project.Id,
            Number = project.Number,
            Title = project.Title,
            Sought = project.Sought,
            Stage = project.Stage,
            StageSince = project.StageSince,
            Bearer = bearer.Id,
            BearerName = bearer.Name,
            BearerNumber = bearer.Number,
            BearerKey = bearer.NameKey,
            Place = project.Place,
            Drawn = project.Shape != null,
            PlaceName = place.Name,
            Starts = project.Starts,
            Ends = project.Ends,
            Documents = project.Documents,
            Permits = project.Permits,
            Land = project.Land,
            Finance = project.Finance,
            PlannedMinor = money.Postings.Where(p => p.Instrument == project.Id && p.Currency == Currency.Czk && p.Kind == SumKind.Planned).Sum(p => p.Amount),
            CommittedMinor = money.Postings.Where(p => p.Instrument == project.Id && p.Currency == Currency.Czk && p.Kind == SumKind.Committed).Sum(p => p.Amount),
            PaidMinor = money.Postings.Where(p => p.Instrument == project.Id && p.Currency == Currency.Czk && (p.Kind == SumKind.Paid || p.Kind == SumKind.Recovered)).Sum(p => p.Kind == SumKind.Paid ? p.Amount : -p.Amount),
            Linked = money.Shares.Any(s => s.Instrument == project.Id),
        };

    /// <summary>The municipalities of the programme's territory, by name.</summary>
    private async Task<IReadOnlyList<Place>> Municipalities(CancellationToken stop) =>
        await nodes.Edition(stop) is { } edition && await places.Territory(edition.Territory, stop) is { } territory ? territory.Municipalities : [];

    private ListOf<ProjectListed> List(string root, IReadOnlyList<Node> tree, IReadOnlyList<Place> municipalities) => new()
    {
        Name = "projects",
        Id = SortKey<ProjectListed>.By(p => p.Id),
        Order = "title",
        Columns =
        [
            new("code", "projects.code", p => p.Code) { Sort = SortKey<ProjectListed>.By(p => p.Number) },
            new("title", "projects.project", p => p.Title) { Sort = SortKey<ProjectListed>.By(p => p.Title), Link = p => $"{root}/{p.Code}" },
            new("stage", "projects.stage", p => p.Stage),
            new("stageSince", "projects.stage.since", p => p.StageSince) { Sort = SortKey<ProjectListed>.By(p => p.StageSince), FilesOnly = true },
            new("bearer", "projects.bearer", p => p.BearerName),
            new("bearerNumber", "projects.bearer.number", p => p.BearerNumber) { FilesOnly = true },
            new("place", "projects.place", p => p.PlaceName),
            new("placeCode", "projects.place.code", p => p.Place) { FilesOnly = true },
            new("readiness", "projects.readiness.percent", p => p.Readied) { Figures = true },
            new("planned", "projects.planned", p => p.Planned) { Figures = true },
            new("committed", "projects.committed", p => p.Committed) { Figures = true, FilesOnly = true },
            new("paid", "projects.paid", p => p.Paid) { Figures = true },
            new("starts", "projects.starts", p => p.Starts) { Sort = SortKey<ProjectListed>.By(p => p.Starts), FilesOnly = true },
            new("ends", "projects.ends", p => p.Ends) { Sort = SortKey<ProjectListed>.By(p => p.Ends) },
        ],
        Filters =
        [
            new("q", "projects.filter.text", (rows, text) => Folding.Fold(text) is { Length: > 0 } sought ? rows.Where(p => p.Sought.Contains(sought)) : null),
            new("stage", "projects.stage", (rows, word) => StageGroups.Of(word) is { } stages ? rows.Where(p => stages.Contains(p.Stage)) : null)
            {
                Choices =
                [
                    new(StageGroups.Pool, "projects.filter.pool"), new(StageGroups.Preparing, "projects.filter.preparing"), new(StageGroups.Done, "projects.filter.done"),
                    .. FilterChoice.Of<Stage>(),
                ],
            },
            new("node", "projects.filter.node", (rows, code) => Under(rows, tree, code))
            {
                Choices = [.. tree.Where(n => n.Kind is NodeKind.Area).Select(n => new FilterChoice(n.Code, "", n.Title?.Prefixed(n.Code + " "))), new(None, "projects.filter.unlinked")],
                Name = code => tree.FirstOrDefault(n => n.Code == code)?.Title?.Prefixed(code + " "),
            },
            new("bearer", "projects.filter.bearer", Borne),
            new("place", "projects.place", (rows, code) => code == None ? Elsewhere(rows, municipalities) : code.All(char.IsAsciiLetterOrDigit) ? rows.Where(p => p.Place == code) : null)
            {
                Choices = [new(None, "projects.filter.unplaced"), .. municipalities.Select(m => new FilterChoice(m.Code, "", new(m.Name)))],
            },
            new("year", "projects.filter.year", (rows, text) => text == None ? Undated(rows) : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? In(rows, year) : null)
            {
                Choices = [new(None, "projects.filter.undated"), .. Years.Select(y => new FilterChoice(y, "", new(y)))],
            },
        ],
    };

    private IQueryable<ProjectListed>? Under(IQueryable<ProjectListed> rows, IReadOnlyList<Node> tree, string code)
    {
        if (code == None)
        {
            return rows.Where(p => !p.Linked);
        }

        var top = tree.FirstOrDefault(n => n.Code == code);
        List<NodeId> ids = top is null ? [] : [top.Id, .. tree.Where(top.Holds).Select(n => n.Id)];
        // Whose shares belong there is found once: to ask each project for each of the nodes takes ten times as long.
        var theirs = money.Shares.Where(s => ids.Contains(s.Node)).Select(s => s.Instrument);
        return ids.Count == 0 ? null : rows.Where(p => theirs.Contains(p.Id));
    }

    /// <summary>By company number, or by what the name holds.</summary>
    private static IQueryable<ProjectListed>? Borne(IQueryable<ProjectListed> rows, string typed)
    {
        if (CompanyNumber.Read(typed) is { Ok: true, Value.Digits: var number })
        {
            return rows.Where(p => p.BearerNumber == number);
        }

        var key = OrganisationNames.Key(typed);
        return key.Length == 0 ? null : rows.Where(p => p.BearerKey.Contains(key));
    }

    /// <summary>Those that no map of the territory shows: they are in none of its municipalities, and nobody has drawn where they are.</summary>
    private static IQueryable<ProjectListed> Elsewhere(IQueryable<ProjectListed> rows, IReadOnlyList<Place> municipalities)
    {
        List<string> codes = [.. municipalities.Select(m => m.Code)];
        return rows.Where(p => !p.Drawn && (p.Place == null || !codes.Contains(p.Place)));
    }

    /// <summary>Those of which nobody has said when they are carried out.</summary>
    public static IQueryable<ProjectListed> Undated(IQueryable<ProjectListed> rows) => rows.Where(p => p.Starts == null && p.Ends == null);

    /// <summary>Those carried out in a year; who has said only when it begins, or only when it ends, has said that day.</summary>
    private static IQueryable<ProjectListed> In(IQueryable<ProjectListed> rows, int year)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return rows.Where(p => (p.Starts ?? p.Ends) <= last && (p.Ends ?? p.Starts) >= first);
    }

    /// <summary>The years that are offered; others narrow too.</summary>
    private IEnumerable<string> Years => Enumerable.Range(clock.Today().Year - YearsBack, YearsBack + 1 + YearsAhead).Select(y => y.ToString(CultureInfo.InvariantCulture));
}
