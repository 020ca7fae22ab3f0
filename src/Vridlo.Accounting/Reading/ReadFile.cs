using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>Reads an accounting file as a whole: every line of it, or every problem by line and column. What stands in it is only data.</summary>
internal static class ReadFile
{
    /// <summary>Larger files are refused (in bytes).</summary>
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>Files with more lines are refused.</summary>
    public const int MostLines = 300_000;

    /// <summary>After so many problems nobody reads on.</summary>
    public const int MostProblems = 500;

    private const int LongestValue = 4_000;

    /// <summary>With it no sum over files leaves the range of 64 bits (haléře).</summary>
    private const long MostInAll = 10_000_000_000_000_000;

    /// <param name="bytes">the file</param>
    /// <param name="form">how it is written</param>
    /// <param name="year">the accounting year it is of</param>
    public static FileRead Run(byte[] bytes, FileForm form, int year)
    {
        if (bytes.Length > Largest)
        {
            return Refused(Problem.Invalid("accounting.file.large", "file", Largest / 1024 / 1024));
        }

        var text = FileText.Of(bytes, form.Coding);
        return text.Ok ? Read(text.Value, form, year) : Refused(text.Problems[0]);
    }

    private static FileRead Read(string text, FileForm form, int year)
    {
        var problems = new List<LineProblem>();
        var bad = false;
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = form.Separator,
            MaxFieldSize = LongestValue,
            BadDataFound = _ => bad = true,
        });
        try
        {
            if (!csv.Read())
            {
                return Refused(Problem.Invalid("accounting.file.empty", "file"));
            }

            var (heads, missing) = FileHeads.Read(csv.Record!, form);
            if (missing.Count > 0)
            {
                return new([], [], missing, [], heads.Unread);
            }

            var lines = new ReadLine(heads, form, year, problems);
            while (csv.Read() && problems.Count < MostProblems)
            {
                var record = csv.Record!;
                var line = csv.RawRow - record.Sum(f => f.Count(c => c == '\n'));
                if (bad || record.Length != heads.Count)
                {
                    problems.Add(new(line, null, bad ? Problem.Invalid("accounting.line.quotes", "file") : Problem.Invalid("accounting.line.columns", "file", record.Length, heads.Count)));
                    bad = false;
                    continue;
                }

                lines.Read(record, line);
                if (lines.Count > MostLines)
                {
                    return Refused(Problem.Invalid("accounting.file.long", "file", MostLines));
                }
            }

            return Whole(lines, heads, problems);
        }
        catch (MaxFieldSizeException)
        {
            problems.Add(new(csv.RawRow, null, Problem.Invalid("accounting.line.value-long", "file", LongestValue)));
            return new([], [], problems, [], []);
        }
    }

    private static FileRead Whole(ReadLine lines, FileHeads heads, List<LineProblem> problems)
    {
        var (rows, twice) = RowIdentity.Of(lines.Rows);
        problems.AddRange(twice);
        if (TooMuch(rows.Select(r => r.Amount).Concat(lines.Budget.Select(b => b.Amount))) is { } tooMuch)
        {
            problems.Add(new(null, null, tooMuch));
        }

        if (problems.Count == 0 && lines.Count == 0)
        {
            problems.Add(new(null, null, Problem.Invalid("accounting.file.empty", "file")));
        }

        return problems.Count > 0 ? new([], [], problems, lines.Doubts, heads.Unread) : new(rows, lines.Budget, [], lines.Doubts, heads.Unread);
    }

    /// <summary>Whether amounts are more in all than sums can hold, or null.</summary>
    public static Problem? TooMuch(IEnumerable<long> amounts) => amounts.Aggregate(Int128.Zero, (sum, a) => sum + Int128.Abs(a)) > MostInAll
        ? Problem.Invalid("accounting.file.sum-large", "file", new Money(MostInAll, Currency.Czk)) : null;

    private static FileRead Refused(Problem problem) => new([], [], [new(null, null, problem)], [], []);
}
