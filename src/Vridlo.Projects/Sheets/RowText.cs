using System.Globalization;
using System.Text.RegularExpressions;
using Vridlo.Base;
using Vridlo.Core.Organisations;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>The texts of a project as a row of a spreadsheet has them, and as a row is read.</summary>
internal static partial class RowText
{
    /// <summary>The fields of a form that a field of a sheet fills.</summary>
    public static SheetField? Of(string? formField) => formField?.Split('-')[0] switch
    {
        "title" => SheetField.Title,
        "bearerNumber" => SheetField.BearerNumber,
        "bearerName" => SheetField.BearerName,
        "place" => SheetField.Place,
        "latitude" => SheetField.Latitude,
        "longitude" => SheetField.Longitude,
        "description" => SheetField.Description,
        "need" => SheetField.Need,
        "starts" => SheetField.Starts,
        "ends" => SheetField.Ends,
        "since" => SheetField.StageSince,
        "documents" => SheetField.Documents,
        "permits" => SheetField.Permits,
        "land" => SheetField.Land,
        "finance" => SheetField.Finance,
        "link" or "share" => SheetField.Links,
        _ => null,
    };

    /// <summary>A project as a row of our own spreadsheet has it.</summary>
    public static string Write(SheetField field, MeantProject meant, Texts t) => Write(field, meant.Project, meant.Bearer, meant.Links, word => t[word]);

    /// <summary>The same without words of a language, to be compared.</summary>
    public static string Bare(SheetField field, MeantProject meant) => Write(field, meant.Project, meant.Bearer, meant.Links, word => word.ToString());

    private static string Write(SheetField field, Project project, OrganisationListed bearer, IReadOnlyList<StandingLink> links, Func<Enum, string> said) => field switch
    {
        SheetField.Code => project.Code,
        SheetField.Title => project.Title,
        SheetField.BearerNumber => bearer.Number ?? "",
        SheetField.BearerName => bearer.Name,
        SheetField.Place => project.Place ?? "",
        SheetField.Description => project.Description,
        SheetField.Need => project.Need,
        SheetField.Links => string.Join("; ", links.Select(l => $"{l.Code} ({Number(l.Share / 100.0)} %)")),
        SheetField.Starts => project.Starts is { } starts ? DateText.Iso(starts) : "",
        SheetField.Ends => project.Ends is { } ends ? DateText.Iso(ends) : "",
        SheetField.Stage => said(project.Stage),
        SheetField.StageSince => DateText.Iso(project.StageSince),
        SheetField.Documents => said(project.Documents),
        SheetField.Permits => said(project.Permits),
        SheetField.Land => said(project.Land),
        SheetField.Finance => said(project.Finance),
        SheetField.Latitude => project.Latitude is { } north ? Number(north) : "",
        SheetField.Longitude => project.Longitude is { } east ? Number(east) : "",
        _ => "",
    };

    /// <summary>The form of a project, of the texts of its fields.</summary>
    public static ProjectTyped Typed(IReadOnlyDictionary<SheetField, string> texts)
    {
        string Of(SheetField field) => texts.GetValueOrDefault(field, "");
        var time = Of(SheetField.Time);
        return new(
            Of(SheetField.Title), Of(SheetField.BearerNumber), Of(SheetField.BearerName), Of(SheetField.Place), Of(SheetField.Latitude), Of(SheetField.Longitude), Of(SheetField.Description), Of(SheetField.Need),
            time.Length > 0 ? time : Of(SheetField.Starts), time.Length > 0 ? time : Of(SheetField.Ends),
            Of(SheetField.Documents), Of(SheetField.Permits), Of(SheetField.Land), Of(SheetField.Finance), Links(Of(SheetField.Links)), Since: Of(SheetField.StageSince));
    }

    /// <summary>4.2.1 (75 %); 12.4 (25 %) · 4.2.1, 12.4 · one a line.</summary>
    private static List<(string Code, string Share)> Links(string text) =>
        [.. Between().Split(text).Select(p => p.Trim()).Where(p => p.Length > 0).Select(p => Link().Match(p) is { Success: true } link ? (link.Groups[1].Value, link.Groups[2].Value) : (p, ""))];

    private static string Number(double value) => value.ToString("0.##########", CultureInfo.GetCultureInfo("cs-CZ"));

    [GeneratedRegex(@"[;\n]|,(?![^(]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(\S+)\s*\(([^)%]+?)\s*%?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
