using System.IO.Compression;
using System.Text;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;

namespace Vridlo.Projects.Tests.Sheets;

/// <summary>Files that are no good are told apart and never more than that.</summary>
public sealed class BadFiles
{
    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void Each_is_told_what_is_wrong_with_it()
    {
        var good = Book.Of([["Název", "Nositel"], ["Lávka", "Kraj"]]);
        Assert.True(Workbook.Read(good).Ok);
        (string Code, byte[] File)[] bad =
        [
            ("projects.sheet.xls", [.. Old, .. new byte[2000]]),
            ("projects.sheet.password", [.. Old, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]),
            ("projects.sheet.macro", With(good, "xl/vbaProject.bin", "x")),
            ("projects.sheet.not-xlsx", Encoding.UTF8.GetBytes("Název;Nositel\nLávka;Kraj")),
            ("projects.sheet.not-xlsx", With([], "word/document.xml", "<document/>")),
            ("projects.sheet.not-xlsx", good[..^200]),
            ("projects.sheet.damaged", With(good, "xl/workbook.xml", "<workbook")),
            ("projects.sheet.damaged", With(good, "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")),
            ("projects.sheet.too-large", With(good, "xl/media/image1.xml", new string('0', 300_000_000))),
            ("projects.sheet.empty", Book.Of([[]])),
            ("projects.sheet.rows-many", Book.Of([.. Enumerable.Range(0, Workbook.MostRows + 1).Select(i => new object?[] { $"Projekt {i}" })])),
        ];
        foreach (var (code, file) in bad)
        {
            Assert.Equal(code, Workbook.Read(file).Problems.FirstOrDefault()?.Code);
        }
    }

    [Fact]
    public void A_million_rows_that_are_only_formatted_are_none()
    {
        var far = Book.Of([["Název", "Nositel"], ["Lávka", "Kraj"]]);
        using var stream = new MemoryStream();
        stream.Write(far);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
            var name = entry.FullName;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            var empty = string.Concat(Enumerable.Range(3, 1_000_000).Select(r => $"<x:row r=\"{r}\"><x:c r=\"A{r}\" s=\"1\"/></x:row>"));
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(xml.Replace("</x:sheetData>", empty + "</x:sheetData>", StringComparison.Ordinal));
        }

        var read = Workbook.Read(stream.ToArray());
        Assert.Equal(2, read.Value![0].Rows.Count);
    }

    [Fact]
    public void Cells_are_read_as_they_were_saved_and_merged_ones_as_one()
    {
        var rows = Workbook.Read(Book.Of([["Termín", null, "x"], [new DateTime(2027, 3, 1), 1250000.5d, new Book.Formula("1+1", 2)], ["=HYPERLINK(1)", "00264075", null]], "A1:B1")).Value![0].Rows;
        Assert.Equal(["Termín", "Termín", "x"], rows[0].Cells);
        Assert.Equal(["2027-03-01", "1250000,5", "2"], rows[1].Cells);
        Assert.Equal(["=HYPERLINK(1)", "00264075", ""], rows[2].Cells);
    }

    private static byte[] With(byte[] package, string name, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)?.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }
}
