using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>Reads the rows of a table one after another as projects, and says of each cell what is wrong with it.</summary>
/// <param name="known">what is known of the projects there are</param>
/// <param name="meant">the projects that rows mean</param>
/// <param name="funds">the fund from which each column of costs is planned, by the column's index; those that are not there are not taken</param>
/// <param name="words">words for stages and conditions</param>
/// <param name="texts">in whose words projects are compared with cells</param>
internal sealed class ReadRows(KnownProjects known, IReadOnlyDictionary<Core.Instruments.InstrumentId, MeantProject> meant, IReadOnlyDictionary<int, FundListed> funds, SheetWords words, Texts texts)
{
    private static readonly SheetField[] Conditions = [SheetField.Documents, SheetField.Permits, SheetField.Land, SheetField.Finance];
    private static readonly SheetField[] Where = [SheetField.Latitude, SheetField.Longitude];

    private readonly ReadProject read = new(known.Facts, new(known.Facts));
    private readonly HashSet<object> seen = [];

    /// <summary>What a row is, and what is wrong with its cells by field or by the column of a cost.</summary>
    public async Task<(PreviewRow Row, IReadOnlyList<(SheetColumn? Column, SheetField Field, Problem Problem)> Problems)> Read(SheetCells row, WhichProject.Found which, CancellationToken stop)
    {
        var problems = new List<(SheetColumn?, SheetField, Problem)>();
        var mine = which.Id is { } id ? meant[id] : null;
        if (which.Problem is { } unknown)
        {
            problems.Add((null, SheetField.Code, unknown));
        }

        var edited = Edited(row, which.ByCode ? mine : null, problems);
        var said = Said(row, mine, edited, which.ByCode);
        var named = edited.Contains(SheetField.Stage) ? row[SheetField.Stage] : "";
        var stage = named.Length > 0 ? words.Stage(named) : null;
        if (named.Length > 0 && stage is null)
        {
            problems.Add((null, SheetField.Stage, Problem.Invalid("projects.sheet.stage-unknown", null, row[SheetField.Stage])));
        }

        // A place that is far away and was there before has been said to be meant; a spreadsheet has nowhere to say so.
        var stays = mine is not null && Where.All(f => said.GetValueOrDefault(f) == Written(f, mine));
        var project = await read.Run(RowText.Typed(said) with { Far = stays, Stage = stage?.ToString() ?? "" }, Language.Cs, stop, mine?.Links, mine?.Bearer);
        problems.AddRange(project.Problems.Select(p => ((SheetColumn?)null, RowText.Of(p.Field) ?? SheetField.Title, p.Code == "projects.shape.far" ? Problem.Invalid("projects.sheet.far") : p)));
        if (project.Ok && mine is not null && SinceProblem(mine.Project, project.Value, stage) is { } since)
        {
            problems.Add((null, SheetField.StageSince, since));
        }

        // The day of the stage before, left where it stood, is not that of the next one: it is there since today.
        if (project.Ok && mine is not null && stage is { } next && next != mine.Project.Stage && project.Value.Since == mine.Project.StageSince)
        {
            project = project.Value with { Since = null };
        }

        var costs = (stage ?? mine?.Project.Stage) is Stage.Dropped ? [] : Costs(row, which.ByCode ? mine : null, problems);
        if (project.Ok && !seen.Add(which.Id is { } same ? same : (project.Value.Bearer?.Id, project.Value.NewBearer.Number, OrganisationNames.Key(project.Value.NewBearer.Name), Folding.Fold(project.Value.Title))))
        {
            problems.Add((null, SheetField.Title, Problem.Invalid("projects.sheet.twice")));
        }

        var title = row[SheetField.Title].Length > 0 ? row[SheetField.Title] : mine?.Project.Title ?? "";
        if (problems.Count > 0 || !project.Ok)
        {
            return (new(row.Number, Fate.Wrong, title, mine?.Project, null, null, [], []), problems);
        }

        costs = [.. costs.Where(c => c.Sum.Minor != (mine?.Planned.GetValueOrDefault((c.Fund.Id, c.Year)) ?? 0))];
        var changes = mine is null ? [] : Changes(mine, project.Value, said, stage, costs);
        var fate = mine is null ? Fate.New : changes.Count > 0 ? Fate.Changed : Fate.Same;
        return (new(row.Number, fate, title, mine?.Project, project.Value, stage, costs, changes), problems);
    }

    private string Written(SheetField field, MeantProject mine) => RowText.Write(field, mine, texts);

    /// <summary>
    /// The fields that somebody edited: in a row of our own spreadsheet those whose cells do not hold what they held when it was downloaded; else all that
    /// the row has. What a colleague has changed meanwhile is not written over before somebody has seen it.
    /// </summary>
    private HashSet<SheetField> Edited(SheetCells row, MeantProject? mine, List<(SheetColumn?, SheetField, Problem)> problems)
    {
        var mark = RowMark.Read(mine is null ? "" : row[SheetField.Mark]);
        var edited = row.Fields.Where(f => !row.Stays(f) && (mark.Held($"{f}", Bare(f, row[f])) is not true || row.IsMended(f))).ToHashSet();
        foreach (var field in edited.Where(f => mine is not null && !row.IsMended(f)))
        {
            var now = RowText.Bare(field, mine!);
            if (mark.Held($"{field}", now) is false && Bare(field, row[field]) != now)
            {
                problems.Add((null, field, Problem.Invalid(CellProblem.ChangedSince, null, row[field], Written(field, mine!))));
            }
        }

        return edited;
    }

    /// <summary>A cell without words of a language, as <see cref="RowText.Bare"/> has it.</summary>
    private string Bare(SheetField field, string cell) =>
        field is SheetField.Stage ? words.Stage(cell)?.ToString() ?? cell.Trim() : Conditions.Contains(field) ? words.Condition(cell) : cell.Trim();

    /// <summary>
    /// The texts of a project with what the row says of it. An empty cell takes a value away only in a row that names the project by its code, as
    /// our own spreadsheet does; in others it says nothing.
    /// </summary>
    private Dictionary<SheetField, string> Said(SheetCells row, MeantProject? mine, HashSet<SheetField> edited, bool byCode)
    {
        var said = mine is null ? [] : Enum.GetValues<SheetField>().ToDictionary(f => f, f => Written(f, mine));
        foreach (var field in edited.Where(f => row[f].Length > 0 || byCode))
        {
            said[field] = row[field];
        }

        // Whom one cell names must not be met half by what is known of another.
        if (edited.Contains(SheetField.BearerName) != edited.Contains(SheetField.BearerNumber) && (row[SheetField.BearerName] + row[SheetField.BearerNumber]).Length > 0)
        {
            said[edited.Contains(SheetField.BearerName) ? SheetField.BearerNumber : SheetField.BearerName] = "";
        }

        said[SheetField.Place] = known.Facts.Municipality(said.GetValueOrDefault(SheetField.Place, ""));
        foreach (var condition in Conditions)
        {
            said[condition] = words.Condition(said.GetValueOrDefault(condition, ""));
        }

        return said;
    }

    /// <summary>The day since when a project stands at its stage goes with the stage, forwards.</summary>
    private static Problem? SinceProblem(Project before, ProjectRead now, Stage? stage) =>
        now.Since is not { } since || since == before.StageSince ? null
        : stage is null || stage == before.Stage ? Problem.Invalid("projects.sheet.since-alone")
        : since < before.StageSince ? Problem.Invalid("projects.stage-before", null, before.StageSince) : null;

    private List<RowCost> Costs(SheetCells row, MeantProject? mine, List<(SheetColumn?, SheetField, Problem)> problems)
    {
        var mark = RowMark.Read(mine is null ? "" : row[SheetField.Mark]);
        var costs = new List<RowCost>();
        foreach (var (column, text) in row.Costs)
        {
            if (!funds.TryGetValue(column.Index, out var fund))
            {
                continue;
            }

            if (text is "" or "-" or "–" or "x")
            {
                // In our own spreadsheet what is taken out of a cell is planned no more.
                Take(column, new(fund, column.Year!.Value, new(0, fund.Currency)), mine is not null && column.Fund is not null);
                continue;
            }

            var currency = fund.Currency;
            var sum = MoneyText.Read(text, currency, column.Times, Language.Cs);
            var problem = !sum.Ok ? sum.Problems[0] : sum.Value.Minor < 0 ? Problem.Invalid("projects.sheet.cost-negative", null, text) : sum.Value.Currency != currency ? Problem.Invalid("projects.sheet.cost-currency", null, text) : null;
            if (problem is null)
            {
                Take(column, new(fund, column.Year!.Value, sum.Value), true);
            }
            else
            {
                problems.Add((column, SheetField.Cost, problem));
            }
        }

        return costs;

        void Take(SheetColumn column, RowCost cost, bool says)
        {
            var (name, now) = (RowMark.Cost(cost.Year, cost.Fund.Code), mine?.Planned.GetValueOrDefault((cost.Fund.Id, cost.Year)) ?? 0);
            var edited = !row.Stays(column) && (mark.Held(name, $"{cost.Sum.Minor}") is not true || row.IsMended(column));
            if (edited && !row.IsMended(column) && mark.Held(name, $"{now}") is false && now != cost.Sum.Minor)
            {
                problems.Add((column, SheetField.Cost, Problem.Invalid(CellProblem.ChangedSince, null, row.Text(column), new Money(now, cost.Fund.Currency).Whole.ToString(Language.Cs.Culture()))));
            }
            else if (says && edited)
            {
                costs.Add(cost);
            }
        }
    }

    private List<FieldChange> Changes(MeantProject mine, ProjectRead now, IReadOnlyDictionary<SheetField, string> said, Stage? stage, IReadOnlyList<RowCost> costs)
    {
        var (before, links, moves) = (mine.Project, now.Links.Select(l => (l.Node, l.Share)).ToHashSet(), stage is not null && stage != mine.Project.Stage);
        var since = now.Since ?? known.Facts.Today;
        List<(SheetField Field, bool Differs)> compared =
        [
            (SheetField.Title, before.Title != now.Title), (SheetField.BearerName, mine.Bearer.Id != now.Bearer?.Id), (SheetField.Place, before.Place != now.Place),
            (SheetField.Latitude, before.Latitude != now.Point?.Latitude), (SheetField.Longitude, before.Longitude != now.Point?.Longitude),
            (SheetField.Description, before.Description != now.Description), (SheetField.Need, before.Need != now.Need), (SheetField.Starts, before.Starts != now.Starts), (SheetField.Ends, before.Ends != now.Ends),
            (SheetField.Documents, before.Documents != now.Documents), (SheetField.Permits, before.Permits != now.Permits), (SheetField.Land, before.Land != now.Land), (SheetField.Finance, before.Finance != now.Finance),
            (SheetField.Stage, moves), (SheetField.StageSince, moves && since != before.StageSince), (SheetField.Links, !links.SetEquals(Known(mine))),
        ];
        return
        [
            .. compared.Where(c => c.Differs).Select(c => new FieldChange(c.Field, Text(c.Field), c.Field is SheetField.Stage ? texts[stage!.Value] : c.Field is SheetField.StageSince ? DateText.Iso(since) : c.Field is SheetField.Starts && now.Starts is { } from ? DateText.Iso(from) : c.Field is SheetField.Ends && now.Ends is { } to ? DateText.Iso(to) : said.GetValueOrDefault(c.Field, ""))),
            .. costs.Select(c => new FieldChange(SheetField.Cost, texts.Write(c.Sum with { Minor = mine.Planned.GetValueOrDefault((c.Fund.Id, c.Year)) }), $"{c.Year} ({c.Fund.Code}): {texts.Write(c.Sum)}")),
        ];

        string Text(SheetField field) => Written(field, mine);
    }

    private static IEnumerable<(Core.Programme.NodeId, int)> Known(MeantProject mine) => mine.Links.Select(l => (l.Node, l.Share));
}
