using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Achievements;

/// <summary>
/// Takes the achievements of the programme over as finished projects, with nothing but what the document says: no money, no place, and as
/// bearer an organisation whose name says that the document names none. Those that were taken already are left alone.
/// </summary>
internal sealed class TakeAchievements(
    AppDb db, ReadAchievements read, OwnProgramme programme, WriteProject write, IOrganisations organisations, Asker asker, TextCatalogue texts, IClock clock)
{
    public const string Act = "projects.achievements-taken";

    /// <returns>how many were taken now</returns>
    public async Task<Result<int>> Run(CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (!asker.May(ProjectRights.Import))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        var left = (await read.Run(stop)).Where(a => a.Project is null).ToList();
        if (left.Count == 0 || await programme.Edition(stop) is not { } edition)
        {
            return Problem.Conflict("projects.achievements.nothing-left");
        }

        var bearer = await Bearer(stop);
        if (!bearer.Ok)
        {
            return bearer.Problems.ToArray();
        }

        var number = await write.NextNumber(stop);
        foreach (var achievement in left)
        {
            var source = Source(achievement.Node, edition);
            var added = await write.Add(Facts(achievement, source) with { Since = Known(edition) }, bearer.Value, number++, stop);
            if (!added.Ok)
            {
                return added.Problems.ToArray();
            }

            db.Add(new TakenAchievement { NodeId = achievement.Node.Id, ProjectId = added.Value.Id });
        }

        return await db.Commit(asker.Act(Act, ""), stop) ? left.Count : Problem.Conflict("projects.changed-meanwhile");
    }

    /// <summary>What the document says; the conditions of beginning are over, so none is needed.</summary>
    private static ProjectRead Facts(Achievement achievement, string source)
    {
        var title = Czech(achievement.Node.Title);
        var text = Czech(achievement.Node.Text);
        return new(
            title.Length > ReadProject.LongestTitle ? title[..(ReadProject.LongestTitle - 1)] + "…" : title,
            null, new(""), null, null, false, text.Length == 0 ? source : $"{text}\n\n{source}", "", null, null,
            Readiness.NotNeeded, Readiness.NotNeeded, Readiness.NotNeeded, Readiness.NotNeeded,
            achievement.Carries is { } node ? [new(node.Id, NodeShare.Whole)] : [], Stage.Finished, null);
    }

    private string Source(Node node, EditionHead edition)
    {
        var t = texts.In(Language.Cs);
        var place = node.Source switch
        {
            { Page: { } page } => t["projects.achievements.page", page],
            { } lines => t["projects.achievements.line", lines.Line],
            null => t["projects.achievements.no-place"],
        };
        return t["projects.achievements.source", Czech(edition.Title), Czech(edition.EditionTitle), place];
    }

    /// <summary>The document does not say when each was finished; by the day it came into force all were.</summary>
    private LocalDate Known(EditionHead edition)
    {
        var today = clock.Today();
        return edition.InForceFrom is { } day && day < today ? day : today;
    }

    private async Task<Result<OrganisationId>> Bearer(CancellationToken stop)
    {
        var name = texts.In(Language.Cs)["projects.achievements.bearer"];
        return await organisations.Find(null, name, stop) is { } known ? known.Id : await organisations.Enter(new(name), stop);
    }

    private static string Czech(Localized? text) => text?.For(Language.Cs).Text ?? "";
}
