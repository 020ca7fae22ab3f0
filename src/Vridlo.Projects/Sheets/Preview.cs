using System.Security.Cryptography;
using System.Text;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Instruments;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Sheets;

/// <summary>What becomes of a row.</summary>
[Words("projects.sheet.fate")]
internal enum Fate
{
    New,
    Changed,
    Same,

    /// <summary>A cell of it must be mended first.</summary>
    Wrong,

    /// <summary>It is no project: a sum, a head that is repeated.</summary>
    Left,
}

/// <summary>A value of a project that a row changes.</summary>
internal sealed record FieldChange(SheetField Field, string Before, string After);

/// <summary>What is wrong with a cell.</summary>
/// <param name="Text">what stands there; where somebody else has written meanwhile, what they wrote: it stays unless another text is put there</param>
internal sealed record CellProblem(int Row, SheetColumn Column, string Text, Problem Problem)
{
    /// <summary>The cell was edited, and so was the project: what the cell says, and what holds now.</summary>
    public const string ChangedSince = "projects.sheet.changed-since";

    public static CellProblem Of(int row, SheetColumn column, string text, Problem problem) =>
        new(row, column, problem.Code == ChangedSince ? (string)problem.Arguments[1] : text, problem);
}

/// <summary>A row of the table as a project.</summary>
/// <param name="Number">number of the row in the sheet</param>
/// <param name="Title">the project's title as the row has it</param>
/// <param name="Project">the project that it changes, or null</param>
/// <param name="Read">what it says; null when something is wrong with it, or it is left</param>
/// <param name="Stage">the stage it says, or null</param>
/// <param name="Costs">what is planned anew</param>
internal sealed record PreviewRow(int Number, Fate Fate, string Title, Project? Project, ProjectRead? Read, Stage? Stage, IReadOnlyList<RowCost> Costs, IReadOnlyList<FieldChange> Changes)
{
    public InstrumentId? Id => Project?.Id;
}

/// <summary>What a row plans of a fund in a year; nothing takes the plan away.</summary>
internal sealed record RowCost(FundListed Fund, int Year, Money Sum);

/// <summary>What accepting a spreadsheet would do.</summary>
/// <param name="Sheets">names of its sheets</param>
/// <param name="Table">the table found, or null</param>
/// <param name="Choice">what is wrong with what was chosen for its columns, or null; its rows are not read then</param>
internal sealed record Preview(IReadOnlyList<string> Sheets, SheetTable? Table, IReadOnlyList<PreviewRow> Rows, IReadOnlyList<CellProblem> Problems, Problem? Choice = null)
{
    /// <summary>Why whoever asks may not accept it, or null: costs are planned only by who may enter money everywhere.</summary>
    public Problem? Refused { get; init; }

    public int Count(Fate fate) => Rows.Count(r => r.Fate == fate);

    /// <summary>Whether whoever asks can accept it as it is.</summary>
    public bool IsReady => Table is not null && Choice is null && Refused is null && Problems.Count == 0;

    /// <summary>Tells what would be written from anything else: who accepts has seen that, and no other.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Written.Select(r =>
        $"{r.Number} {r.Project?.Code} {string.Join('|', r.Changes.Select(c => $"{c.Field} {c.Before} {c.After}"))}")))))[..32];

    /// <summary>The rows by which something is written.</summary>
    public IEnumerable<PreviewRow> Written => Rows.Where(r => r.Fate is Fate.New or Fate.Changed);
}
