using System.Text;
using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Tests.Reading;

/// <summary>A row is found again in the next file.</summary>
public sealed class IdentityRules
{
    [Fact]
    public void Rows_without_number_are_found_by_all_they_say_each_of_equal_ones_in_its_turn()
    {
        var (first, second) = (Keys("2212;6121;1;;a\n2212;6121;1;;a\n2212;6121;2;;b\n"), Keys("2212;6121;2;;b\n2212;6121;1;;a\n2212;6121;1;;a\n2212;6121;1;;a\n"));
        Assert.Distinct(first);
        Assert.Equal(first.Order(), second.Intersect(first).Order());
        Assert.Equal(4, second.Count);
    }

    [Fact]
    public void A_numbered_line_keeps_its_key_when_what_it_says_changes()
    {
        var (before, after) = (Rows("KDF;1;1;2212;6121;100\nKDF;1;2;2212;5169;50\n"), Rows("KDF;1;2;2212;5169;50\nKDF;1;1;2212;6121;200\n"));
        Assert.Equal(before[0].Key, after[1].Key);
        Assert.NotEqual(before[0].Content, after[1].Content);
        Assert.Equal((before[1].Key, before[1].Content), (after[0].Key, after[0].Content));
    }

    [Fact]
    public void Two_lines_of_one_number_are_told()
    {
        var read = Read("KDF;1;1;2212;6121;100\nKDF;1;1;2212;6121;100\n");
        Assert.Equal((3, "accounting.line.twice"), (read.Problems[0].Line, read.Problems[0].Problem.Code));
    }

    private static List<string> Keys(string lines) => [.. ReadFile.Run(Encoding.UTF8.GetBytes("paragraph;item;amount;type;description\n" + lines), FileForm.Cityvizor(BudgetStage.Adjusted), 2026).Rows.Select(r => r.Key)];

    private static IReadOnlyList<ReadRow> Rows(string lines) => Read(lines).Rows;

    private static FileRead Read(string lines)
    {
        var names = new Dictionary<FileField, IReadOnlyList<string>> { [FileField.Type] = ["T"], [FileField.Number] = ["N"], [FileField.Line] = ["L"], [FileField.Paragraph] = ["P"], [FileField.Item] = ["I"], [FileField.Amount] = ["A"] };
        return ReadFile.Run(Encoding.UTF8.GetBytes("T;N;L;P;I;A\n" + lines), new(TextCoding.Utf8, Delimiter.Semicolon, DecimalSign.Comma, names, true, new Dictionary<string, BudgetStage>()), 2026);
    }
}
