using System.Text;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Tests.Reading;

/// <summary>A file is read as a whole, or all that is wrong with it is said by line and column.</summary>
public sealed class ReadFileRules
{
    private static readonly FileForm Cityvizor = FileForm.Cityvizor(BudgetStage.Adjusted);

    [Fact]
    public void The_sample_files_are_read()
    {
        var read = ReadFile.Run(Sample("cityvizor"), Cityvizor, 2026);
        Assert.Empty(read.Problems);
        Assert.Empty(read.Doubts);
        Assert.Equal((5, 3), (read.Rows.Count, read.Budget.Count));
        Assert.Equal([181_500_000, -1_500_000, 3_000_000, 52_050, 350_000_000], read.Rows.Select(r => r.Amount));
        Assert.Equal(("99999994", "Stavby mostů, a. s."), (read.Rows[0].Counterparty.Number, read.Rows[0].Counterparty.Name));

        var own = ReadFile.Run(Sample("own"), Own(), 2026);
        Assert.Empty(own.Problems);
        Assert.Equal([BudgetStage.Approved, BudgetStage.Adjusted], own.Budget.Select(b => b.Stage));
        Assert.Equal([1_200_000_000, 1_250_000_000], own.Budget.Select(b => b.Amount));
        Assert.Equal(["KK 12/2026", "KK 12/2026"], own.Rows.Select(r => r.Contract));
        Assert.Equal(new NodaTime.LocalDate(2026, 3, 12), own.Rows[0].Day);
    }

    [Fact]
    public void Columns_come_in_any_order_and_case_under_any_of_their_names_and_the_rest_is_told()
    {
        var read = Read("POLOZKA;castka;Paragraf;DOKLAD_AGENDA;ORG;NAVIC\n5169;10,50;6171;KDF;4711;x\n");
        Assert.Empty(read.Problems);
        Assert.Equal(["NAVIC"], read.Unread);
        var row = Assert.Single(read.Rows);
        Assert.Equal((1050, 6171, 5169, "4711", "KDF"), (row.Amount, row.Place.Paragraph, row.Place.Item, row.Place.Event, row.Type));
    }

    [Fact]
    public void What_Cityvizor_writes_out_is_read_back()
    {
        var read = Read("type;paragraph;item;event;incomeAmount;budgetIncomeAmount;expenditureAmount;budgetExpenditureAmount\n;2212;6121;1;0;0;100.5;0\nROZ;2212;6121;1;0;0;0;200\n;0;4216;1;30;0;0;0\n");
        Assert.Empty(read.Problems);
        Assert.Equal([(6121, 10_050), (4216, 3_000)], read.Rows.Select(r => (r.Place.Item, r.Amount)));
        Assert.Equal([20_000], read.Budget.Select(b => b.Amount));
    }

    [Fact]
    public void Two_sides_of_an_account_make_an_amount_income_and_financing_on_the_debit_side_spending_on_the_credit_side()
    {
        var form = Own() with { Names = Heads(("Paragraph", "P"), ("Item", "I"), ("Debit", "MD"), ("Credit", "D")), Stages = new Dictionary<string, BudgetStage>() };
        var read = ReadFile.Run(Encoding.UTF8.GetBytes("P;I;MD;D\n2212;6121;0;100\n2212;6121;15;\n0;4216;70;\n0;8115;;20\n"), form, 2026);
        Assert.Empty(read.Problems);
        Assert.Equal([10_000, -1_500, 7_000, -2_000], read.Rows.Select(r => r.Amount));
    }

    [Fact]
    public void Every_problem_is_said_with_its_line_and_column_and_nothing_is_taken()
    {
        var read = Read(
            "type;paragraph;item;event;amount;date;counterpartyId;counterpartyName;description\n"
            + "KDF;2212;6121;1;100;2026-03-31;;;dobře\n"
            + "KDF;22a2;6121;1;100;;;;\n"
            + "KDF;2212;;1;100;;;;\n"
            + "KDF;2212;6121;1;12,5,0;;;;\n"
            + "KDF;2212;6121;1;0.005;;;;\n"
            + "KDF;2212;6121;1;99999999999999999999999;;;;\n"
            + "KDF;2212;6121;1;100;1.1.20226;;;\n"
            + "KDF;2212;6121;1;100;2026-02-30;;;\n"
            + "KDF;2212;6121;1;100;2019-01-01;;;\n"
            + "KDF;2212;6121;1;100;;;;;navíc\n"
            + "KDF;;6121;1;;;;;\n");
        Assert.Empty(read.Rows);
        Assert.Equal(
            [
                (3, "paragraph", "accounting.value.code"), (4, "item", "accounting.value.missing"), (5, "amount", "accounting.amount.wrong"), (6, "amount", "accounting.amount.fine"),
                (7, "amount", "accounting.amount.large"), (8, "date", "accounting.day.wrong"), (9, "date", "accounting.day.wrong"), (10, "date", "accounting.day.far"), (11, null, "accounting.line.columns"),
                (12, "paragraph", "accounting.value.missing"), (12, "amount", "accounting.value.missing"),
            ],
            read.Problems.Select(p => (p.Line!.Value, p.Column, p.Problem.Code)));
    }

    [Fact]
    public void Lines_are_counted_as_editors_count_them_also_after_values_of_several_lines()
    {
        var read = Read("paragraph;item;amount;description\r\n2212;6121;1;\"první\r\ndruhý\"\r\n2212;6121;x;\r\n");
        Assert.Equal((4, "amount"), (read.Problems[0].Line, read.Problems[0].Column));
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0000\u0000", "accounting.file.not-csv")]
    [InlineData("%PDF-1.7", "accounting.file.not-csv")]
    [InlineData("paragraph;item;amount\n2212;6121;1\u0000", "accounting.file.not-csv")]
    [InlineData("", "accounting.file.empty")]
    [InlineData(" \n \n", "accounting.file.empty")]
    [InlineData("paragraph;item;amount\n", "accounting.file.empty")]
    [InlineData("paragraph,item,amount\n2212,6121,1\n", "accounting.file.column-missing")]
    [InlineData("<html><body>error 500</body></html>", "accounting.file.column-missing")]
    [InlineData("paragraph;PARAGRAF;item;amount\n2212;2212;6121;1\n", "accounting.file.column-twice")]
    [InlineData("paragraph;item;amount;description\n2212;6121;1;\u0007\n", "accounting.value.control")]
    public void What_is_no_accounting_is_refused(string text, string code) => Assert.Equal(code, Read(text).Problems[0].Problem.Code);

    [Fact]
    public void Letters_are_those_of_the_encoding_that_is_set()
    {
        var bytes = new byte[] { (byte)'P', (byte)';', (byte)'I', (byte)';', (byte)'A', (byte)';', (byte)'N', 10, (byte)'1', (byte)';', (byte)'5', (byte)'1', (byte)'6', (byte)'9', (byte)';', (byte)'1', (byte)';', 0x8E, 0xE8, 10 };
        var form = Own() with { Names = Heads(("Paragraph", "P"), ("Item", "I"), ("Amount", "A"), ("CounterpartyName", "N")), Stages = new Dictionary<string, BudgetStage>() };
        Assert.Equal("Žč", Assert.Single(ReadFile.Run(bytes, form with { Coding = TextCoding.Windows1250 }, 2026).Rows).Counterparty.Name);
        var wrong = Assert.Single(ReadFile.Run(bytes, form, 2026).Problems).Problem;
        Assert.Equal(("accounting.file.not-utf8", 2), (wrong.Code, (int)wrong.Arguments[0]));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_does_not_swallow_the_file()
    {
        var read = Read("paragraph;item;amount;description\n2212;6121;1;\"a\n" + string.Concat(Enumerable.Repeat("2212;6121;1;b\n", 2_000)));
        Assert.Equal("accounting.line.value-long", Assert.Single(read.Problems).Problem.Code);
    }

    [Fact]
    public void Formulas_are_only_data()
    {
        var row = Assert.Single(Read("paragraph;item;amount;counterpartyName;description\n2212;6121;1;\"=HYPERLINK(\"\"http://x\"\")\";@SUM(A1)\n").Rows);
        Assert.Equal(("=HYPERLINK(\"http://x\")", "@SUM(A1)"), (row.Counterparty.Name, row.Description));
        Assert.Equal("accounting.line.quotes", Read("paragraph;item;amount;description\n2212;6121;1;Firma \"A\" s. r. o.\n").Problems[0].Problem.Code);
    }

    [Fact]
    public void A_sum_beyond_what_sums_can_hold_is_refused()
    {
        var read = Read("paragraph;item;amount\n" + string.Concat(Enumerable.Repeat("2212;6121;100000000000\n", 1_001)));
        Assert.Equal("accounting.file.sum-large", Assert.Single(read.Problems).Problem.Code);
    }

    [Fact]
    public void What_is_doubtful_is_told_and_taken()
    {
        var read = Read("paragraph;item;amount;counterpartyId;counterpartyName\n9999;5999;1;25117484;Firma\n9999;5999;1;00000000;Nikdo\n");
        Assert.Equal(["accounting.doubt.item", "accounting.doubt.paragraph", "accounting.doubt.number"], read.Doubts.Select(d => d.Problem.Code));
        Assert.Equal([(null, "25117484"), (null, "")], read.Rows.Select(r => (r.Counterparty.Number, r.Counterparty.Given)));
    }

    [Fact]
    public void Classes_are_those_of_the_classification()
    {
        Assert.Equal([ItemClass.Income, ItemClass.Income, ItemClass.Current, ItemClass.Capital, ItemClass.Financing, ItemClass.Other], new[] { 1111, 4216, 5169, 6121, 8115, 7001 }.Select(ItemClasses.Of));
        Assert.Equal("Nákup ostatních služeb", BudgetCodes.Item(5169)!.ToString());
        Assert.Equal("Doprava", BudgetCodes.ParagraphGroup(22)!.ToString());
        Assert.Null(BudgetCodes.Item(5999));
    }

    private static FileRead Read(string text) => ReadFile.Run(Encoding.UTF8.GetBytes(text), Cityvizor, 2026);

    private static FileForm Own() => new(
        TextCoding.Utf8,
        Delimiter.Semicolon,
        DecimalSign.Comma,
        Heads(("Type", "DOKLAD"), ("Number", "ČÍSLO"), ("Line", "ŘÁDEK"), ("Paragraph", "PAR."), ("Item", "POL."), ("Unit", "ORJ"), ("Event", "ORG"), ("Purpose", "ÚZ"), ("Contract", "SMLOUVA"), ("Amount", "ČÁSTKA"), ("Day", "DATUM"), ("CounterpartyNumber", "IČO"), ("CounterpartyName", "DODAVATEL"), ("Description", "TEXT")),
        AllNeeded: true,
        new Dictionary<string, BudgetStage> { ["RS"] = BudgetStage.Approved, ["RU"] = BudgetStage.Adjusted });

    private static Dictionary<FileField, IReadOnlyList<string>> Heads(params (string Field, string Head)[] heads) => heads.ToDictionary(h => Enum.Parse<FileField>(h.Field), h => (IReadOnlyList<string>)[h.Head]);

    private static byte[] Sample(string name)
    {
        using var stream = typeof(AccountingModule).Assembly.GetManifestResourceStream("samples/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
