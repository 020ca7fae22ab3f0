using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>
/// Gives each line of a file what finds it again in the next one. A line of a numbered document is found by kind, number and line, or without
/// lines by its place in the budget; one without number by all it says. Of those that are alike each has its turn, so two that are the
/// same stay two.
/// </summary>
internal static class RowIdentity
{
    public static (IReadOnlyList<ReadRow> Rows, IReadOnlyList<LineProblem> Twice) Of(IReadOnlyList<ReadRow> rows)
    {
        var (turns, first, twice) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<LineProblem>());
        var known = new List<ReadRow>(rows.Count);
        foreach (var row in rows)
        {
            var content = Hash(All(row));
            var named = row.Number.Length == 0 ? "content\u001f" + content
                : row.Line.Length > 0 ? string.Join('\u001f', "line", row.Type, row.Number, row.Line)
                : string.Join('\u001f', "document", row.Type, row.Number, row.Place.Paragraph, row.Place.Item, row.Place.Unit, row.Place.Event, row.Purpose, row.Contract);
            var turn = turns[named] = turns.GetValueOrDefault(named) + 1;
            if (turn == 1)
            {
                first[named] = row.FileLine;
            }
            else if (row is { Number.Length: > 0, Line.Length: > 0 } && twice.Count < ReadFile.MostProblems)
            {
                twice.Add(new(row.FileLine, null, Problem.Invalid("accounting.line.twice", "file", row.Number, row.Line, first[named])));
            }

            known.Add(row with { Key = Hash(named + "\u001f" + turn.ToString(CultureInfo.InvariantCulture)), Content = content });
        }

        return (known, twice);
    }

    private static string All(ReadRow row) => string.Join(
        '\u001f', row.Type, row.Number, row.Line, row.Place.Paragraph, row.Place.Item, row.Place.Unit, row.Place.Event, row.Purpose, row.Contract, row.Amount.ToString(CultureInfo.InvariantCulture),
        row.Day is { } day ? DateText.Iso(day) : "", row.Counterparty.Number, row.Counterparty.Given, row.Counterparty.Name, row.Description);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
