using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Demo;

/// <summary>Milestones, risks, partners and expected outcomes of a sample project, written as people type them.</summary>
internal sealed class SampleParts(AppDb db, SampleChance chance, LocalDate today)
{
    private static readonly string[] Steps = ["Projektová dokumentace", "Stavební povolení", "Výběr zhotovitele", "Předání staveniště", "Dokončení díla", "Kolaudace"];

    private static readonly string[] Risks =
        ["Nenajde se zhotovitel", "Zdražení stavebních prací", "Zpoždění povolení", "Nezíská se dotace", "Nevyřešené vlastnictví pozemků", "Nedostatek odborných pracovníků", "Archeologický nález"];

    private static readonly string[] Against = ["Průzkum trhu před zadáním", "Rezerva v rozpočtu", "Průběžné jednání s úřady", "Náhradní zdroj financování", "Smlouva o budoucí smlouvě"];

    private static readonly string[] Roles = ["spolufinancuje", "poskytuje pozemek", "bude provozovat", "odborný partner", "zapojuje veřejnost"];

    public async Task<Problem?> Write(Project project, SampleTheme theme, SampleCourse course, IReadOnlyList<OrganisationListed> partners, IReadOnlyDictionary<string, Need> stated, CancellationToken stop)
    {
        var reader = new PartReader(Language.Cs) { Stated = stated };
        List<OrganisationListed> chosen = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => chance.Of(partners)).Where(p => p.Id != project.Bearer).DistinctBy(p => p.Id)];
        chosen.ForEach(p => reader.Known[p.Number!] = p.Id);
        foreach (var (part, rows) in new (Part, IReadOnlyList<TypedRow>)[]
        {
            (ProjectParts.Partners, [.. chosen.Select(p => Row(("organisation", p.Number!), ("role", chance.Of(Roles))))]),
            (ProjectParts.Milestones, Milestones(course)),
            (ProjectParts.Outcomes, [Outcome(theme, course, stated.Keys.FirstOrDefault(""))]),
            (ProjectParts.Risks, [.. Enumerable.Range(0, chance.Next(4)).Select(_ => chance.Of(Risks)).Distinct().Select(r => Row(("title", r), ("likelihood", $"{(Level)chance.Next(3)}"), ("impact", $"{(Level)chance.Next(3)}"), ("measure", chance.Of(Against))))]),
        })
        {
            if (await part.Write(db, project.Id, rows, reader, stop) is [var wrong, ..])
            {
                return wrong;
            }
        }

        return null;
    }

    /// <summary>The way from the first stage to the end, in equal steps; one that lies behind is reached, but for some that are late.</summary>
    private TypedRow[] Milestones(SampleCourse course)
    {
        var (from, length) = (course.Stages[0].Day, NodaTime.Period.DaysBetween(course.Stages[0].Day, course.Ends));
        return [.. Steps.Select((title, i) =>
        {
            var day = from.PlusDays(length * (i + 1) / Steps.Length);
            var over = course.Since(Stage.Finished) is not null;
            var reached = day < today && course.Now is not Stage.Dropped && (over || !chance.OneIn(6));
            var done = chance.Day(day.PlusDays(-12), day.PlusDays(9));
            return Row(("title", title), ("day", Typed(day)), ("done", reached ? Typed(done < today ? done : today) : ""), ("after", i == 0 ? "" : $"{i}"));
        })];
    }

    private TypedRow Outcome(SampleTheme theme, SampleCourse course, string stated)
    {
        var target = chance.Between(1, 40);
        return Row(("kind", nameof(OutcomeKind.Output)), ("stated", stated), ("indicator", theme.Indicator), ("unit", theme.Unit), ("target", $"{target}"), ("reached", course.Since(Stage.Finished) is null ? "" : $"{Math.Max(1, target - chance.Next(3))}"), ("day", Typed(course.Ends)));
    }

    public static string Typed(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {day.Month}. {day.Year}");

    private static TypedRow Row(params IReadOnlyList<(string Name, string Value)> values) => new(null, values.ToDictionary(v => v.Name, v => v.Value));
}
