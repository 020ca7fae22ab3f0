using System.Globalization;
using Vridlo.Base;
using Vridlo.Projects.Shapes;
using Vridlo.Projects.Showing;
using Vridlo.Ui;

namespace Vridlo.Projects.Editing;

/// <summary>The form of a project: what it holds before anything is typed, and what was typed.</summary>
internal static class TypedForm
{
    /// <summary>Rows for links beyond those there are.</summary>
    private const int MoreRows = 3, FewestRows = 5;

    private const string ShapeFile = "shapeFile";

    public static int Rows(ProjectShown? project) => Math.Max(FewestRows, (project?.Links.Count ?? 0) + MoreRows);

    /// <summary>The fields as the project stands.</summary>
    public static FormState Filled(this FormState form, ProjectShown shown, Language language)
    {
        var project = shown.Project;
        form.With("title", project.Title).With("bearerNumber", shown.Bearer.Number).With("bearerName", shown.Bearer.Name)
            .With("description", project.Description).With("need", project.Need).With("place", project.Place)
            .With("latitude", project.Latitude?.ToString(language.Culture())).With("longitude", project.Longitude?.ToString(language.Culture()))
            .With("starts", project.Starts is { } starts ? DateText.Write(starts, Language.Cs) : "").With("ends", project.Ends is { } ends ? DateText.Write(ends, Language.Cs) : "")
            .With("documents", project.Documents.ToString()).With("permits", project.Permits.ToString()).With("land", project.Land.ToString()).With("finance", project.Finance.ToString())
            .With("version", project.Version.ToString(CultureInfo.InvariantCulture));
        foreach (var (i, (node, share)) in shown.Links.Index())
        {
            form.With($"link-{i}", node.Code).With($"share-{i}", (share / 100.0).ToString("0.##", language.Culture()));
        }

        return form;
    }

    /// <summary>What was typed, and the text of the file that was sent with it.</summary>
    public static async Task<ProjectTyped> Read(FormState form, int rows, CancellationToken stop) => new(
        form["title"], form["bearerNumber"], form["bearerName"], form["place"], form["latitude"], form["longitude"], form["description"], form["need"],
        form["starts"], form["ends"], form["documents"], form["permits"], form["land"], form["finance"],
        [.. Enumerable.Range(0, rows).Select(i => (form[$"link-{i}"], form[$"share-{i}"]))],
        await File(form, stop) ?? (form["shape"].Trim().Length > 0 ? form["shape"] : form["noShape"].Length > 0 ? "" : null),
        form["far"].Length > 0, form["stage"], form["since"]);

    /// <summary>Says what is wrong; of a shape at the file when it came with one.</summary>
    public static void RefuseTyped(this FormState form, IReadOnlyList<Problem> problems) =>
        form.Refuse([.. problems.Select(p => p.Field == "shape" && form.File(ShapeFile) is { Length: > 0 } ? p with { Field = ShapeFile } : p)]);

    private static async Task<string?> File(FormState form, CancellationToken stop)
    {
        if (form.File(ShapeFile) is not { Length: > 0 } file)
        {
            return null;
        }

        await using var content = file.OpenReadStream();
        return await ReadShape.Text(content, stop);
    }
}
