namespace Vridlo.Bench;

/// <summary>What is measured, in what order, against which targets (see docs/performance.md).</summary>
internal static class Measurements
{
    /// <summary>Each part can be measured alone.</summary>
    public static IReadOnlyList<(string Name, Func<Ground, Report, Task> Measure)> Parts { get; } =
    [
        ("pages", Pages.Measure),
        ("many", ManyProgrammes.Measure),
        ("import", Import),
        ("asking", Pages.Asking),
        ("writing", Writing.Measure),
        ("record", RecordRate.Measure),
        ("backup", BackupTime.Measure),
        ("ledger", LedgerSpeed.Measure),
        ("sheets", SheetSpeed.Measure),
    ];

    private static async Task Import(Ground ground, Report report)
    {
        foreach (var (what, document, limit) in new[] { ("import of the programme (38 pages of text)", ground.Document, 1), ("import of a document of 398 pages (PDF)", ground.Large, 10) })
        {
            report.AtMost(what, await ground.Run("import", document, "--out", Path.Combine(ground.Folder, $"package-{limit}"), "--json"), limit, "s");
        }
    }
}
