using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>Enters and changes all projects of a spreadsheet, or none when anything is wrong with a single cell.</summary>
internal sealed class AcceptSheet(AppDb db, PreviewSheet preview, WriteProject write, IOrganisations organisations, IMoneyLedger money, Asker asker, IClock clock, TextCatalogue texts)
{
    public const string Act = "projects.sheet-accepted";

    private const int AtOnce = 500;

    private readonly Dictionary<(string Number, string Name), OrganisationId> entered = [];

    /// <param name="id">the spreadsheet</param>
    /// <param name="version">its version as it was seen</param>
    /// <param name="seen"><see cref="Preview.Seen"/> of the preview that was looked at; null when none was</param>
    /// <param name="language">the language in which it was looked at</param>
    /// <param name="why">the reason, which stands in the record and nowhere else; may be empty</param>
    /// <param name="stop">ends the work</param>
    public async Task<Result<SheetImport>> Run(SheetImportId id, int version, string? seen, Language language, string why, CancellationToken stop)
    {
        if (!asker.May(ProjectRights.Import))
        {
            return Problem.Forbidden("projects.sheet.may-not");
        }

        await using var begun = await db.Begin(stop);
        if (await db.Set<SheetImport>().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import)
        {
            return Problem.NotFound("projects.sheet.unknown");
        }

        if (import.Version != version || import.Content is null)
        {
            return Problem.Conflict(import.Content is null ? "projects.sheet.accepted-already" : "projects.changed-meanwhile");
        }

        var read = await preview.Run(import.Content, SheetChoices.Read(import.Choices), language, stop);
        if (!read.Ok || !read.Value.IsReady)
        {
            return !read.Ok ? read.Problems.ToArray() : read.Value.Choice ?? read.Value.Refused ?? Problem.Invalid("projects.sheet.problems-left");
        }

        if (seen is not null && seen != read.Value.Seen)
        {
            return Problem.Conflict("projects.sheet.moved");
        }

        if (await Write(read.Value, stop) is { } refused)
        {
            return refused;
        }

        (import.Added, import.Changed, import.Content) = (read.Value.Count(Fate.New), read.Value.Count(Fate.Changed), null);
        import.Version++;
        var because = why.Trim().Length > 0 ? why.Trim() : texts.In(Language.Cs)["projects.sheet.why", import.File];
        return await db.Commit(asker.Act(Act, because), stop) ? import : Problem.Conflict("projects.changed-meanwhile");
    }

    private async Task<Problem?> Write(Preview rows, CancellationToken stop)
    {
        await money.Hold(
            [.. rows.Written.Select(r => r.Id).OfType<InstrumentId>()],
            rows.Written.SelectMany(r => r.Costs).Select(c => (c.Fund.Id, c.Year)),
            stop);
        var changed = await Changed([.. rows.Written.Select(r => r.Id).OfType<InstrumentId>()], stop);
        var number = await write.NextNumber(stop);
        var costs = new List<(InstrumentId Project, PreviewRow Row)>();
        foreach (var row in rows.Written)
        {
            var bearer = await Bearer(row.Read!, stop);
            if (!bearer.Ok)
            {
                return bearer.Problems[0];
            }

            var written = row.Project is null
                ? await write.Add(row.Read!, bearer.Value, number++, stop)
                : await Change(changed[row.Project.Id], row, bearer.Value, stop);
            if (!written.Ok)
            {
                return written.Problems[0];
            }

            if (row.Costs.Count > 0)
            {
                costs.Add((written.Value.Id, row));
            }
        }

        return await Plan(costs, stop) is { Ok: false } unplanned ? unplanned.Problems[0] : null;
    }

    private async Task<Dictionary<InstrumentId, Project>> Changed(InstrumentId[] ids, CancellationToken stop)
    {
        var changed = new Dictionary<InstrumentId, Project>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            await db.Set<Project>().Where(p => some.Contains(p.Id)).ForEachAsync(p => changed.Add(p.Id, p), stop);
        }

        return changed;
    }

    private async Task<Result<Project>> Change(Project project, PreviewRow row, OrganisationId bearer, CancellationToken stop)
    {
        if (row.Stage is { } stage && stage != project.Stage && await write.Move(project, stage, "", stop, row.Read!.Since) is { } stays)
        {
            return stays;
        }

        return await write.Change(project, row.Read!, bearer, stop) is { } refused ? refused : project;
    }

    /// <summary>The years and funds of the rows are planned anew; what is planned otherwise stays.</summary>
    private async Task<Result<int>> Plan(List<(InstrumentId Project, PreviewRow Row)> costs, CancellationToken stop)
    {
        var before = new List<(InstrumentId Project, PlannedSum Sum)>();
        foreach (var some in costs.Where(c => c.Row.Project is not null).Select(c => c.Project).Chunk(AtOnce))
        {
            var sums = await money.Postings.Where(p => some.Contains(p.Instrument) && p.Kind == SumKind.Planned)
                .GroupBy(p => new { p.Instrument, p.Fund, p.Year, p.Currency }).Select(g => new { g.Key, Sum = g.Sum(p => p.Amount) }).ToListAsync(stop);
            before.AddRange(sums.Select(s => (s.Key.Instrument, new PlannedSum(s.Key.Fund, s.Key.Year, new(s.Sum, s.Key.Currency)))));
        }

        var stays = before.ToLookup(b => b.Project, b => b.Sum);
        List<InstrumentPlan> plans = [.. costs.Select(c => new InstrumentPlan(c.Project,
            [.. stays[c.Project].Where(s => c.Row.Costs.All(y => (y.Fund.Id, y.Year) != (s.Fund, s.Year))), .. c.Row.Costs.Where(y => y.Sum.Minor != 0).Select(y => new PlannedSum(y.Fund.Id, y.Year, y.Sum))]))];
        return await money.Plan(plans, clock.Today(), "", stop);
    }

    /// <summary>The bearer as it is in the register; one that several rows name is entered once.</summary>
    private async Task<Result<OrganisationId>> Bearer(ProjectRead project, CancellationToken stop)
    {
        if (project.Bearer is { } known)
        {
            return known.Id;
        }

        var key = (project.NewBearer.Number, project.NewBearer.Number.Length > 0 ? "" : OrganisationNames.Key(project.NewBearer.Name));
        if (entered.TryGetValue(key, out var mine))
        {
            return mine;
        }

        var added = await organisations.Enter(project.NewBearer, stop);
        if (added.Ok)
        {
            entered[key] = added.Value;
        }

        return added;
    }
}
