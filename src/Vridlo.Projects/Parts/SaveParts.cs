using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Pool;
using Vridlo.Projects.Contributions;

namespace Vridlo.Projects.Parts;

/// <summary>Writes the rows of a part of a project, all at once, as the project was seen at a version.</summary>
internal sealed class SaveParts(AppDb db, ProjectAccess access, IOrganisations organisations, StatedIndicators indicators, Asker asker)
{
    public const string Act = "projects.part.change";

    /// <returns>the project's new version; what is wrong at <c>{column}-{index of the row}</c></returns>
    public async Task<Result<int>> Run(InstrumentId id, int version, Part part, IReadOnlyList<TypedRow> typed, Language language, string why, CancellationToken stop)
    {
        if (await db.FindAsync<Project>([id], stop) is not { } project)
        {
            return Problem.NotFound("projects.unknown");
        }

        if (!await access.May(ProjectRights.Edit, id, stop))
        {
            return Problem.Forbidden("projects.may-not-edit");
        }

        if (project.Version != version)
        {
            return Problem.Conflict("projects.changed-meanwhile");
        }

        var problems = await part.Write(db, id, typed, await Reader(id, part, typed, language, stop), stop);
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        project.Version++;
        return await db.Commit(asker.Act(Act, why), stop) ? project.Version : Problem.Conflict("projects.changed-meanwhile");
    }

    private async Task<PartReader> Reader(InstrumentId project, Part part, IReadOnlyList<TypedRow> typed, Language language, CancellationToken stop)
    {
        var reader = new PartReader(language);
        foreach (var text in part.Fields.Where(f => f.Holds is Holds.Organisation).SelectMany(f => typed.Select(r => r.Values.GetValueOrDefault(f.Name, "").Trim())).Distinct().Take(Part.MostRows))
        {
            var number = CompanyNumber.Read(text);
            if (text.Length > 0 && await organisations.Find(number.Ok ? number.Value.Digits : null, number.Ok ? "" : text, stop) is { } known)
            {
                reader.Known[text] = known.Id;
            }
        }

        if (part.HoldsIndicators)
        {
            reader.Stated = await indicators.Of(project, stop);
        }

        return reader;
    }
}
