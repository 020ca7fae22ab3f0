using System.Globalization;
using NodaTime;
using Vridlo.Accounting.Classification;
using Vridlo.Base;
using Vridlo.Core.Instruments;

namespace Vridlo.Accounting.Reading;

/// <summary>Reads the lines of a file one after another and keeps what they say.</summary>
internal sealed class ReadLine(FileHeads heads, FileForm form, int year, List<LineProblem> problems)
{
    private const int LongestText = 1_000, LongestCode = 100, MostDoubts = 200;

    private readonly HashSet<int> unknown = [];
    private readonly LineAmounts amounts = new(heads, form);

    public List<ReadRow> Rows { get; } = [];

    public List<ReadBudget> Budget { get; } = [];

    public List<LineProblem> Doubts { get; } = [];

    public int Count => Rows.Count + Budget.Count;

    public void Read(string[] record, int line)
    {
        var before = problems.Count;
        Texts(record, line);
        var type = Code(record, FileField.Type);
        var item = Number(record, line, FileField.Item, mayBeMissing: false);
        var paragraph = Number(record, line, FileField.Paragraph, mayBeMissing: item is not null && ItemClasses.Of(item.Value) is not (ItemClass.Current or ItemClass.Capital));
        var sums = amounts.Read(record, type.ToUpperInvariant(), item ?? 0, (field, problem) => Say(line, field, problem));
        var day = Day(record, line);
        if (problems.Count > before || item is null || paragraph is null)
        {
            return;
        }

        Doubt(line, paragraph.Value, item.Value);
        var place = new BudgetPlace(paragraph.Value, item.Value, Code(record, FileField.Unit), InstrumentKey.Compared(heads.Text(record, FileField.Event)));
        foreach (var (stage, amount) in sums)
        {
            if (stage is { } budget)
            {
                Budget.Add(new(budget, place, amount));
            }
            else
            {
                Rows.Add(new(
                    line, type, Code(record, FileField.Number), Code(record, FileField.Line), place, Code(record, FileField.Purpose), InstrumentKey.Compared(heads.Text(record, FileField.Contract)),
                    amount, day, Other(record, line), Plain(heads.Text(record, FileField.Description))));
            }
        }
    }

    /// <summary>No value is longer than it may be, and none has signs that nobody types.</summary>
    private void Texts(string[] record, int line)
    {
        foreach (var field in form.Names.Keys.Where(heads.Has))
        {
            var (text, longest) = (heads.Text(record, field), field is FileField.Description or FileField.CounterpartyName ? LongestText : LongestCode);
            if (text.Length > longest || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            {
                Say(line, field, text.Length > longest ? Problem.Invalid("accounting.value.long", "file", longest) : Problem.Invalid("accounting.value.control", "file"));
            }
        }
    }

    private int? Number(string[] record, int line, FileField field, bool mayBeMissing)
    {
        var text = heads.Text(record, field);
        if (text.Length == 0 && mayBeMissing)
        {
            return 0;
        }

        if (text.Length is > 0 and <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9999 && (number > 0 || field is FileField.Paragraph))
        {
            return number;
        }

        Say(line, field, text.Length == 0 ? Problem.Invalid("accounting.value.missing", "file") : Problem.Invalid("accounting.value.code", "file", text.Length > 40 ? text[..40] : text));
        return null;
    }

    private LocalDate? Day(string[] record, int line)
    {
        if (heads.Text(record, FileField.Day) is not { Length: > 0 } text)
        {
            return null;
        }

        var read = DayText.Read(text, year);
        if (!read.Ok)
        {
            Say(line, FileField.Day, read.Problems[0]);
        }

        return read.Ok ? read.Value : null;
    }

    private Counterparty Other(string[] record, int line)
    {
        var (given, name) = (Code(record, FileField.CounterpartyNumber), Plain(heads.Text(record, FileField.CounterpartyName)));
        if (given.All(c => c is '0' or ' '))
        {
            return new(null, "", name);
        }

        var read = CompanyNumber.Read(given);
        if (!read.Ok && Doubts.Count < MostDoubts)
        {
            Doubts.Add(new(line, heads.Head(FileField.CounterpartyNumber), Problem.Invalid("accounting.doubt.number", null, given)));
        }

        return read.Ok ? new(read.Value.Digits, "", name) : new(null, given, name);
    }

    /// <summary>A code that the lists do not have is said once.</summary>
    private void Doubt(int line, int paragraph, int item)
    {
        if (BudgetCodes.Item(item) is null && unknown.Add(item) && Doubts.Count < MostDoubts)
        {
            Doubts.Add(new(line, heads.Head(FileField.Item), Problem.Invalid("accounting.doubt.item", null, $"{item}")));
        }

        if (paragraph > 0 && BudgetCodes.Paragraph(paragraph) is null && unknown.Add(-paragraph) && Doubts.Count < MostDoubts)
        {
            Doubts.Add(new(line, heads.Head(FileField.Paragraph), Problem.Invalid("accounting.doubt.paragraph", null, $"{paragraph}")));
        }
    }

    private string Code(string[] record, FileField field) => Plain(heads.Text(record, field));

    /// <summary>In one line.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Say(int line, FileField field, Problem problem) => problems.Add(new(line, heads.Head(field), problem));
}
