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
internal sealed class ListProjects(AppDb db, IMoneyLedger money, IOrganisations organisations, IPlaces places, OwnProgramme nodes)
{
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
            new("stage", "projects.stage", (rows, word) => WordsAttribute.Read<Stage>(word) is { } stage ? rows.Where(p => p.Stage == stage) : null)
            {
                Choices = FilterChoice.Of<Stage>(),
            },
            new("node", "projects.filter.node", (rows, code) => Under(rows, tree, code))
            {
                Choices = [.. tree.Where(n => n.Kind is NodeKind.Area).Select(n => new FilterChoice(n.Code, "", n.Title?.Prefixed(n.Code + " "))), new("none", "projects.filter.unlinked")],
            },
            new("bearer", "projects.filter.bearer", Borne),
            new("place", "projects.place", (rows, code) => code.All(char.IsAsciiLetterOrDigit) ? rows.Where(p => p.Place == code) : null)
            {
                Choices = [.. municipalities.Select(m => new FilterChoice(m.Code, "", new(m.Name)))],
            },
            new("year", "projects.filter.year", (rows, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? In(rows, year) : null),
        ],
    };

    private IQueryable<ProjectListed>? Under(IQueryable<ProjectListed> rows, IReadOnlyList<Node> tree, string code)
    {
        if (code == "none")
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

    private static IQueryable<ProjectListed> In(IQueryable<ProjectListed> rows, int year)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return rows.Where(p => p.Starts <= last && p.Ends >= first);
    }
}
