using System.IO.Compression;
using System.Text;
using CsCheck;
using Vridlo.Base;

namespace Vridlo.Documents.Tests;

/// <summary>Whatever comes in, nothing is thrown, and a refusal is a sentence in three languages.</summary>
public class Hardening
{
    private const string Small = "Oblast 1: Doprava a zeleň\n\nOpatření 1.1 Příští silnice\n- úprava křižovatky\n- opravy mostů\n";

    [Fact]
    public void Random_bytes_are_never_thrown_at_the_caller() =>
        Gen.Byte.Array[0, 4000].Sample(bytes => Says(Samples.Try("file.txt", bytes)), iter: 300);

    [Theory]
    [InlineData("%PDF-1.7\n")]
    [InlineData("PK\u0003\u0004")]
    public void Garbage_behind_a_true_beginning_is_refused(string head) =>
        Gen.Byte.Array[0, 3000].Sample(bytes => Says(Samples.Try("file.bin", [.. Encoding.Latin1.GetBytes(head), .. bytes])), iter: 60);

    [Fact]
    public void Cut_off_documents_are_never_thrown_at_the_caller()
    {
        foreach (var name in new[] { "cs-docx-headings/document.docx", "cs-pdf-town-plan/document.pdf" })
        {
            var whole = File.ReadAllBytes(Samples.PathTo("Corpus", name));
            for (var share = 1; share < 10; share++) Assert.False(Samples.Try(name, whole[..(whole.Length * share / 10)]).Ok);
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1250")]
    [InlineData("iso-8859-2")]
    public void Encodings_of_central_europe_come_out_right(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var result = Samples.Try("program.txt", Encoding.GetEncoding(name).GetBytes(Small + "Text s písmeny š, ť, ž, ř, ě a ů.\n"));
        Assert.True(result.Ok);
        Assert.Equal("Příští silnice", result.Value.All().Single(node => node.Kind == OutlineKind.Measure).Title);
        Assert.Equal(name != "utf-8", result.Value.Doubts.Any(doubt => doubt.Code == "documents.doubt.encoding"));
    }

    [Fact]
    public void Oversized_files_are_refused_before_they_are_read()
    {
        using var stream = new Endless();
        Assert.Equal("documents.too-large", ProgrammeDocument.Read("big.txt", stream).Problems[0].Code);
        Assert.Equal(0, stream.Reads);
    }

    [Fact]
    public void A_package_that_lies_about_its_size_is_refused()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types/>");
            Write(archive, "word/document.xml", new string(' ', 40_000_000));
        }

        Assert.Equal("documents.archive-too-large", Samples.Try("bomb.docx", memory.ToArray()).Problems[0].Code);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Small));
        Assert.Throws<OperationCanceledException>(() => ProgrammeDocument.Read("a.txt", stream, null, stop.Token));
    }

    [Fact]
    public void No_line_of_any_text_is_lost()
    {
        var line = Gen.OneOf(
            Gen.Const(""), Gen.Const("Vize"), Gen.Const("Opatření:"), Gen.Const("- první činnost"), Gen.Const("  – další"), Gen.Const("Oblast 1: Doprava"),
            Gen.Const("Opatření 1.1 Silnice"), Gen.Const("Jakých změn chceme dosáhnout"), Gen.Const("Co se povedlo"), Gen.Const("A"), Gen.Const("1."), Gen.Const("2.1 Školy"),
            Gen.Const("pokračování věty, která se ne-"), Gen.Const("Úvod"), Gen.Const("Doprava 12"), Gen.Const("======"), Gen.Const("II. Lidé"), Gen.Const("a) písmeno"),
            Gen.String[Gen.Char.AlphaNumeric, 1, 30]);
        line.Array[1, 60].Sample(lines =>
        {
            var result = Samples.Try("a.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            if (!result.Ok) return;
            Coverage.Holds(result.Value);
            Assert.Equal(lines.Count(each => each.Trim().Length > 0), result.Value.DocumentText.Select(each => each.Number).Distinct().Count());
            var codes = result.Value.All().Select(node => node.Code).ToList();
            Assert.Equal(codes.Count, codes.Distinct().Count());
        }, iter: 500);
    }

    [Fact]
    public void Nesting_without_end_does_not_exhaust_the_stack()
    {
        var lines = Enumerable.Range(0, 3000).Select(depth => new string(' ', depth) + "- krok");
        Assert.True(Samples.Try("a.txt", Encoding.UTF8.GetBytes("Opatření 1.1 Hloubka\n" + string.Join('\n', lines))).Ok);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var seen = new List<double>();
        using var stream = File.OpenRead(Samples.PathTo("Corpus", "cs-pdf-town-plan", "document.pdf"));
        ProgrammeDocument.Read("a.pdf", stream, new Collected(seen));
        Assert.Equal(1, seen[^1]);
        Assert.Equal(seen.Order(), seen);
    }

    private static void Says(Result<ReadProgramme> result)
    {
        foreach (var problem in result.Problems)
            foreach (var language in Enum.GetValues<Language>())
                Assert.NotEqual(problem.Code, DocumentTexts.Of(problem, language));
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private sealed class Collected(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }

    private sealed class Endless : MemoryStream
    {
        public int Reads { get; private set; }

        public override long Length => ProgrammeDocument.LargestFile + 1;

        public override int Read(Span<byte> buffer)
        {
            Reads++;
            return base.Read(buffer);
        }
    }
}
