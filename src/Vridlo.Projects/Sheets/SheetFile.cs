using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>
/// Writes our own spreadsheet: the projects there are, or none for a template, with lists of what can be written into its columns. What is changed in
/// it and sent back is changed in the projects, and nothing else.
/// </summary>
internal sealed class SheetFile(AppDb db, ReadKnown known, OwnProgramme nodes, IPlaces places, IMoneyLedger money, SampleLabel label, IClock clock, Texts t)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly SheetField[] Fields = [.. Enum.GetValues<SheetField>().Where(f => f is not (SheetField.None or SheetField.Time or SheetField.Cost))];

    /// <summary>The years for which a template has columns of costs: this one and those after it.</summary>
    private const int YearsOffered = 4;

    public async Task Write(HttpContext context, bool withProjects, string name)
    {
        var stop = context.RequestAborted;
        var (sample, places, words) = (await label.Shown(stop), await Places(stop), Words());
        var (rows, costs) = withProjects ? await Projects(stop) : Template();
        var sheets = new Dictionary<string, object>
        {
            [t["projects.title"]] = rows,
            [t["projects.sheet.list.nodes"]] = await Nodes(stop),
            [t["projects.sheet.list.places"]] = places,
            [t["projects.sheet.list.words"]] = words,
        };
        if (sample)
        {
            sheets[t["samples.sheet"]] = new[] { new Dictionary<string, object> { [t["samples.sheet"]] = t["samples.note"] } };
        }

        DynamicExcelColumn[] columns =
        [
            .. Fields.Select((f, i) => new DynamicExcelColumn(t[f]) { Index = i, Name = t[f], Width = f is SheetField.Title or SheetField.Description or SheetField.Need ? 50 : 20 }),
            .. costs.Select((c, i) => new DynamicExcelColumn(c) { Index = Fields.Length + i, Name = c, Width = 20 }),
        ];
        using var book = new MemoryStream();
        await MiniExcel.SaveAsAsync(book, sheets, configuration: new OpenXmlConfiguration { DynamicColumns = columns }, cancellationToken: stop);
        using (var document = SpreadsheetDocument.Open(book, isEditable: true))
        {
            var parts = document.WorkbookPart!;
            var first = (WorksheetPart)parts.GetPartById(parts.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!);
            OfferLists.In(first, Offered(places.Count));
            TextColumns.In(first, Fields.Length);
        }

        context.Response.ContentType = MediaType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{(sample ? t["samples.file"] + "-" : "")}{name}.xlsx\"";
        await context.Response.Body.WriteAsync(book.GetBuffer().AsMemory(0, (int)book.Length), stop);
    }

    /// <summary>Municipalities by their names, stages and conditions by our words for them.</summary>
    private IEnumerable<OfferedList> Offered(int places)
    {
        var (words, conditions) = (t["projects.sheet.list.words"], (SheetField[])[SheetField.Documents, SheetField.Permits, SheetField.Land, SheetField.Finance]);
        return
        [
            new(Array.IndexOf(Fields, SheetField.Place), t["projects.sheet.list.places"], 1, places),
            new(Array.IndexOf(Fields, SheetField.Stage), words, 0, Enum.GetValues<Stage>().Length),
            .. conditions.Select(c => new OfferedList(Array.IndexOf(Fields, c), words, 1, Enum.GetValues<Readiness>().Length)),
        ];
    }

    /// <summary>One empty row, with columns for the costs of the years to come; whoever loads it says from which fund they are.</summary>
    private (List<Dictionary<string, object>> Rows, IReadOnlyList<string> Costs) Template()
    {
        List<string> costs = [.. Enumerable.Range(clock.GetCurrentInstant().InZone(DateText.Zone).Year, YearsOffered).Select(y => t["projects.sheet.cost-of", $"{y}"])];
        return ([Row(_ => "", costs.ToDictionary(c => c, _ => (object)""))], costs);
    }

    /// <summary>The projects, with a column of costs for each year and fund from which something is planned; a template as long as there are none.</summary>
    private async Task<(List<Dictionary<string, object>> Rows, IReadOnlyList<string> Costs)> Projects(CancellationToken stop)
    {
        var all = await known.All(stop);
        var ids = await db.Set<Project>().OrderBy(p => p.Number).Select(p => p.Id).ToListAsync(stop);
        if (ids.Count == 0)
        {
            return Template();
        }

        var funds = await money.Funds.ToDictionaryAsync(f => f.Id, stop);
        var projects = await known.These(ids, all.Facts, [.. funds.Keys], stop);
        var costs = projects.Values.SelectMany(p => p.Planned.Where(s => s.Value != 0)).Select(s => s.Key).Distinct()
            .OrderBy(k => k.Year).ThenBy(k => funds[k.Fund].Code, StringComparer.Ordinal).ToDictionary(k => k, k => t["projects.sheet.cost-from", $"{k.Year}", funds[k.Fund].Code]);
        return (
            [.. ids.Select(id => projects[id]).Select(p => Row(
                f => f is SheetField.Mark ? Mark(p) : RowText.Write(f, p, t),
                costs.ToDictionary(c => c.Value, c => p.Planned.GetValueOrDefault(c.Key) is var sum and not 0 ? (object)new Money(sum, funds[c.Key.Fund].Currency).Whole : "")))],
            [.. costs.Values]);

        string Mark(MeantProject p) => RowMark.Write(
        [
            .. Fields.Where(f => f is not (SheetField.Code or SheetField.Mark)).Select(f => ($"{f}", RowText.Bare(f, p))),
            .. costs.Keys.Select(c => (RowMark.Cost(c.Year, funds[c.Fund].Code), $"{p.Planned.GetValueOrDefault(c)}")),
        ]);
    }

    private async Task<List<Dictionary<string, object>>> Nodes(CancellationToken stop) =>
        [.. (await nodes.ByCode(stop)).Values.OrderBy(n => n.Position).Select(n => Two("projects.code", n.Code, "projects.field.title", n.Title is null ? "" : t.Plain(n.Title)))];

    private async Task<List<Dictionary<string, object>>> Places(CancellationToken stop)
    {
        var names = await MunicipalityNames.Read(places, (await nodes.Edition(stop))?.Territory ?? "", stop);
        return [.. names.All.Select(p => Two("projects.code", p.Code, "projects.place", names.Of(p, t)))];
    }

    /// <summary>The library puts a column whose head the projects have too where it stands there, so stages have another.</summary>
    private List<Dictionary<string, object>> Words()
    {
        var (stages, conditions) = (Enum.GetValues<Stage>(), Enum.GetValues<Readiness>());
        return [.. stages.Select((s, i) => Two("projects.sheet.list.words", t[s], "projects.readiness", i < conditions.Length ? t[conditions[i]] : ""))];
    }

    private Dictionary<string, object> Row(Func<SheetField, string> text, IReadOnlyDictionary<string, object> costs) =>
        new(Fields.Select(f => KeyValuePair.Create(t[f], (object)text(f))).Concat(costs));

    private Dictionary<string, object> Two(string firstKey, string first, string secondKey, string second) => new() { [t[firstKey]] = first, [t[secondKey]] = second };
}
