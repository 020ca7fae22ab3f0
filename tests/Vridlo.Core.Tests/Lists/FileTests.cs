using System.Text;
using System.Text.Json;
using CsCheck;
using MiniExcelLibs;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Core.Tests.Lists;

public sealed class FileTests
{
    private static readonly Texts Czech = new TextCatalogue([typeof(AppDb).Assembly], strict: false).In(Language.Cs);

    [Fact]
    public async Task A_csv_file_has_keys_rows_and_their_number_at_the_end()
    {
        var text = await Csv([Row("Lázně, \"nové\"", 3), Row("druhý\nřádek", -4)]);
        Assert.Equal(
            "\uFEFFname,note,number,size,at,day,colour\r\n" +
            "\"Lázně, \"\"nové\"\"\",,3,,2026-11-23T07:05:00Z,2026-01-30,blue\r\n" +
            "\"druhý\nřádek\",,-4,,2026-11-23T07:05:00Z,2026-01-30,blue\r\n" +
            "# rows: 2,,,,,,\r\n",
            text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+420", "'+420")]
    [InlineData("-a", "'-a")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a=1", "a=1")]
    public async Task Texts_that_spreadsheets_would_run_are_made_harmless(string text, string written) =>
        Assert.Contains("\n" + written + ",", await Csv([Row(text, 1)]), StringComparison.Ordinal);

    [Fact]
    public async Task A_json_file_ends_with_the_number_of_rows()
    {
        await using var file = new MemoryStream();
        await new ListFile<ThingRow>(ThingRow.List, Rows([Row("Čáp", 1), Row("b", 2)]), ListFormat.Json).Json(file, default);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.EndsWith("],\"count\":2}", text, StringComparison.Ordinal);
        var read = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Čáp", read.GetProperty("rows")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("rows")[0].GetProperty("size").ValueKind);
    }

    [Fact]
    public async Task A_workbook_has_typed_cells_and_the_number_of_rows_on_its_own_sheet()
    {
        await using var file = new MemoryStream();
        await new ListFile<ThingRow>(ThingRow.List, Rows([Row("=1+1", 7)]), ListFormat.Xlsx).Xlsx(file, Czech, default);
        file.Position = 0;
        var row = (IDictionary<string, object>)Assert.Single(file.Query(useHeaderRow: true, sheetName: "Data"));
        Assert.Equal("=1+1", row["things.name"]);
        Assert.Equal(7d, row["things.number"]);
        Assert.Equal(new DateTime(2026, 1, 30), row["things.day"]);
        var end = (IDictionary<string, object>)Assert.Single(file.Query(useHeaderRow: true, sheetName: "Souhrn"));
        Assert.Equal(1d, end["Počet řádků"]);
    }

    [Fact]
    public void A_place_that_somebody_has_changed_is_none()
    {
        var token = ListPosition.Of(ThingRow.List, "-number", Row("a", 5)).Token();
        Assert.NotNull(ListPosition.Read(ThingRow.List, "-number", token));
        Assert.Null(ListPosition.Read(ThingRow.List, "number", token));
        Assert.Null(ListPosition.Read(ThingRow.List, "-at", token));
        Gen.Select(Gen.String, Gen.Int[0, token.Length], Gen.OneOfConst("name", "-note", "-number", "day", "colour")).Sample((noise, at, order) =>
        {
            var place = ListPosition.Read(ThingRow.List, order, token.Insert(at, noise));
            Assert.True(place is null || place.Order == order);
            _ = ListPosition.Read(ThingRow.List, order, noise);
        });
    }

    [Fact]
    public void An_address_keeps_what_makes_sense_and_tells_what_does_not()
    {
        var asked = new Dictionary<string, string> { ["sort"] = "size'; --", ["limit"] = "-1", ["colour"] = "green", ["after"] = "x" };
        var (address, problems) = ListAddress.Read(ThingRow.List, name => asked.GetValueOrDefault(name));
        Assert.Equal(("name", 5, 0), (address.Order, address.Size, address.Narrowed.Count));
        Assert.Equal(["sort", "limit", "colour", "after"], problems.Select(p => p.Field));
    }

    private static async Task<string> Csv(ThingRow[] rows)
    {
        await using var file = new MemoryStream();
        await new ListFile<ThingRow>(ThingRow.List, Rows(rows), ListFormat.Csv).Csv(file, Language.Cs, withEnd: true, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async IAsyncEnumerable<ThingRow> Rows(ThingRow[] rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static ThingRow Row(string name, int number) => new()
    {
        Id = TypedId.New<ThingId>(),
        Name = name,
        Number = number,
        At = Instant.FromUtc(2026, 11, 23, 7, 5),
        Day = new LocalDate(2026, 1, 30),
        Colour = Colour.Blue,
    };
}
