using Vridlo.Base;

namespace Vridlo.Projects.Parts;

/// <summary>What a project has several of.</summary>
internal static class ProjectParts
{
    public static Part Partners { get; } = new Part<Partner>("partners", "partneri", isPublic: true, project => new() { ProjectId = project },
    [
        Column<Partner>.Organisation("organisation", p => p.Organisation, (p, v) => p.Organisation = v),
        Column<Partner>.Line("role", p => p.Role, (p, v) => p.Role = v),
    ]);

    public static Part Milestones { get; } = new Part<Milestone>("milestones", "milniky", isPublic: true, project => new() { ProjectId = project },
    [
        Column<Milestone>.Line("title", m => m.Title, (m, v) => m.Title = v, needed: true),
        Column<Milestone>.Day("day", m => m.Day, (m, v) => m.Day = v ?? default, needed: true),
        Column<Milestone>.Day("done", m => m.Done, (m, v) => m.Done = v),
        Column<Milestone>.Row("after", m => m.After, (m, v) => m.After = v),
    ], Order);

    public static Part Risks { get; } = new Part<Risk>("risks", "rizika", isPublic: false, project => new() { ProjectId = project },
    [
        Column<Risk>.Line("title", r => r.Title, (r, v) => r.Title = v, needed: true),
        Column<Risk>.Choice("likelihood", r => r.Likelihood, (r, v) => r.Likelihood = v),
        Column<Risk>.Choice("impact", r => r.Impact, (r, v) => r.Impact = v),
        Column<Risk>.Line("measure", r => r.Measure, (r, v) => r.Measure = v, holds: Holds.Text),
    ]);

    public static Part Outcomes { get; } = new Part<Outcome>("outcomes", "vysledky", isPublic: true, project => new() { ProjectId = project },
    [
        Column<Outcome>.Choice("kind", o => o.Kind, (o, v) => o.Kind = v),
        Column<Outcome>.Indicator("stated", o => o.Stated, (o, v) => o.Stated = v),
        Column<Outcome>.Called("indicator", o => o.Indicator, (o, v) => o.Indicator = v, o => o.Stated),
        Column<Outcome>.Line("unit", o => o.Unit, (o, v) => o.Unit = v, needed: true),
        Column<Outcome>.Number("baseline", o => o.Baseline, (o, v) => o.Baseline = v),
        Column<Outcome>.Number("target", o => o.Target, (o, v) => o.Target = v ?? 0, needed: true),
        Column<Outcome>.Number("reached", o => o.Reached, (o, v) => o.Reached = v),
        Column<Outcome>.Day("day", o => o.Day, (o, v) => o.Day = v),
    ]);

    public static Part Contacts { get; } = new Part<Contact>("contacts", "kontakty", isPublic: false, project => new() { ProjectId = project },
    [
        Column<Contact>.Line("name", c => c.Name, (c, v) => c.Name = v, needed: true),
        Column<Contact>.Line("role", c => c.Role, (c, v) => c.Role = v),
        Column<Contact>.Line("mail", c => c.Mail, (c, v) => c.Mail = v),
        Column<Contact>.Line("phone", c => c.Phone, (c, v) => c.Phone = v),
    ]);

    public static IReadOnlyList<Part> All { get; } = [Partners, Milestones, Outcomes, Risks, Contacts];

    /// <summary>A milestone that waits for another comes after it, and none waits for one that is gone, or for itself by way of others.</summary>
    private static (int, Problem)? Order(IReadOnlyList<Milestone> milestones)
    {
        var known = milestones.ToDictionary(m => m.Id);
        foreach (var (i, milestone) in milestones.Index())
        {
            if (milestone.After is { } awaited && !known.ContainsKey(awaited))
            {
                return (i, Problem.Invalid("projects.part.row-unknown", "after", milestone.Title));
            }

            var (before, steps) = (milestone, 0);
            while (before.After is { } id && known.GetValueOrDefault(id) is { } next)
            {
                before = next;
                if (++steps > milestones.Count)
                {
                    return (i, Problem.Invalid("projects.part.circle", "after"));
                }
            }

            if (milestone.After is { } first && known.GetValueOrDefault(first) is { } waited && waited.Day > milestone.Day)
            {
                return (i, Problem.Invalid("projects.part.too-soon", "day", waited.Number, waited.Day));
            }
        }

        return null;
    }
}
