using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Contributions;

/// <summary>A line of what a project brings.</summary>
internal sealed record OutcomeListed
{
    public required Guid Id { get; init; }

    public required InstrumentId ProjectId { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required Stage Stage { get; init; }

    public required OutcomeKind Kind { get; init; }

    public string? Stated { get; init; }

    public required string Indicator { get; init; }

    public required string Unit { get; init; }

    public double? Baseline { get; init; }

    public required double Target { get; init; }

    public double? Reached { get; init; }

    public LocalDate? Day { get; init; }

    public string Code => Project.CodeOf(Number);
}

/// <summary>What projects bring, line by line: of these the sums on the pages of nodes are made.</summary>
internal sealed class ListOutcomes(AppDb db, IMoneyLedger money, OwnProgramme programme)
{
    public async Task<ListSource<OutcomeListed>> Source(CancellationToken stop) => new(List(await programme.Tree(stop)), Rows);

    private IQueryable<OutcomeListed> Rows =>
        from outcome in db.Set<Outcome>().AsNoTracking()
        join project in db.Set<Project>().AsNoTracking() on outcome.ProjectId equals project.Id
        where project.Stage != Stage.Dropped
        select new OutcomeListed
        {
            Id = outcome.Id,
            ProjectId = outcome.ProjectId,
            Number = project.Number,
            Title = project.Title,
            Stage = project.Stage,
            Kind = outcome.Kind,
            Stated = outcome.Stated,
            Indicator = outcome.Indicator,
            Unit = outcome.Unit,
            Baseline = outcome.Baseline,
            Target = outcome.Target,
            Reached = outcome.Reached,
            Day = outcome.Day,
        };

    private ListOf<OutcomeListed> List(IReadOnlyList<Node> tree) => new()
    {
        Name = "results",
        Id = SortKey<OutcomeListed>.By(o => o.Id),
        Order = "project",
        Columns =
        [
            new("indicator", "projects.part.outcomes.indicator", o => o.Indicator) { Sort = SortKey<OutcomeListed>.By(o => o.Indicator) },
            new("stated", "projects.part.outcomes.stated", o => o.Stated) { FilesOnly = true },
            new("code", "projects.code", o => o.Code) { Sort = SortKey<OutcomeListed>.By(o => o.Number), FilesOnly = true },
            new("project", "projects.project", o => o.Title) { Sort = SortKey<OutcomeListed>.By(o => o.Title), Link = o => $"/projekty/{o.Code}" },
            new("stage", "projects.stage", o => o.Stage),
            new("kind", "projects.part.outcomes.kind", o => o.Kind),
            new("unit", "projects.part.outcomes.unit", o => o.Unit),
            new("baseline", "projects.part.outcomes.baseline", o => o.Baseline) { Figures = true, FilesOnly = true },
            new("target", "projects.part.outcomes.target", o => o.Target) { Figures = true },
            new("reached", "projects.part.outcomes.reached", o => o.Reached) { Figures = true },
            new("day", "projects.part.outcomes.day", o => o.Day) { Sort = SortKey<OutcomeListed>.By(o => o.Day), FilesOnly = true },
        ],
        Filters =
        [
            new("node", "projects.filter.node", (rows, code) => Under(rows, tree, code))
            {
                Choices = [.. tree.Where(n => n.Kind is NodeKind.Area).Select(n => new FilterChoice(n.Code, "", n.Title?.Prefixed(n.Code + " ")))],
            },
            new("indicator", "projects.part.outcomes.indicator", (rows, text) => rows.Where(o => o.Stated == text || o.Indicator == text)),
            new("unit", "projects.part.outcomes.unit", (rows, text) => rows.Where(o => o.Unit == text)),
        ],
    };

    private IQueryable<OutcomeListed>? Under(IQueryable<OutcomeListed> rows, IReadOnlyList<Node> tree, string code)
    {
        List<NodeId> nodes = [.. tree.AtOrBelow(code)];
        var theirs = money.Shares.Where(s => nodes.Contains(s.Node)).Select(s => s.Instrument);
        return nodes.Count == 0 ? null : rows.Where(o => theirs.Contains(o.ProjectId));
    }
}
