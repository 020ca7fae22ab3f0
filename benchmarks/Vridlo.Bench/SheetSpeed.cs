using System.Diagnostics;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Core.Record;
using Vridlo.Projects.Sheets;
using Vridlo.Testing;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>
/// A spreadsheet of ten thousand projects, from its preview to the last row entered with its plan of costs, beside merely reading its cells
/// with the same library.
/// </summary>
internal static class SheetSpeed
{
    private const int Rows = 10_000, Bearers = 300, Rounds = 3;

    private static readonly string[] Heads =
    [
        "Název projektu", "IČO žadatele", "Žadatel", "Popis", "Potřeba", "Vazba na PRKK", "Zahájení", "Ukončení", "Stav", "Projektová dokumentace", "Stavební povolení", "Náklady 2027 (tis. Kč)", "Náklady 2028 (tis. Kč)",
    ];

    public static async Task Measure(Ground ground, Report report)
    {
        // The library asks for the code page of old Windows even where it reads none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Book.Of(Pool());
        foreach (var (engine, name) in Ground.Engines)
        {
            await using var app = Server.Build(await ground.At(engine, "sheets"), null);
            await Server.Prepare(app, default);
            var sheet = await Taken(app.Services, file);
            var cells = Enumerable.Range(0, Rounds).Select(_ => Cells(file)).Order().ElementAt(Rounds / 2);
            var preview = await Timed(app.Services, unit => unit.GetRequiredService<PreviewSheet>().Run(file, Chosen, Language.Cs, default), p => p is { Ok: true, Value: { Problems.Count: 0 } read } && read.Count(Fate.New) == Rows);
            var entered = await Timed(app.Services, unit => unit.GetRequiredService<AcceptSheet>().Run(sheet, 1, null, Language.Cs, "", default), i => i is { Ok: true, Value.Added: Rows });
            var again = await Timed(app.Services, unit => unit.GetRequiredService<PreviewSheet>().Run(file, Chosen, Language.Cs, default), p => p is { Ok: true, Value: { } read } && read.Count(Fate.Same) == Rows);
            report.Say($"preview of {Report.Number(Rows)} rows on {name}", $"{Report.Number(preview)} s", $"reading the cells {Report.Number(cells)} s", Report.Number(preview / cells));
            report.Say("the same file once more, compared with the projects there are", $"{Report.Number(again)} s", "", Report.Number(again / cells));
            report.Add($"import of {Report.Number(Rows)} rows, preview included, on {name}", $"{Report.Number(preview + entered)} s", $"reading the cells {Report.Number(cells)} s", Report.Number((preview + entered) / cells), "≤ 2", preview + entered <= 2 * cells);
        }
    }

    private static SheetChoices Chosen => SheetChoices.None with { Fund = "kap-18" };

    private static object?[][] Pool()
    {
        List<string> numbers = [.. Enumerable.Range(1_000_000, Bearers * 20).Select(n => n.ToString("00000000", CultureInfo.InvariantCulture)).Where(n => CompanyNumber.Read(n).Ok).Take(Bearers)];
        string[] codes = ["4.2.1", "12.4.1", "1.1.1"], stages = ["záměr", "v přípravě", "připraven"];
        return
        [
            [.. Heads],
            .. Enumerable.Range(0, Rows).Select(i => (object?[])
            [
                $"Oprava mostu číslo {i} přes Ohři", numbers[i % Bearers], $"Obec {i % Bearers}", $"Most číslo {i} se opraví v celé délce, s novým zábradlím a chodníkem.", "Most je v havarijním stavu.", codes[i % codes.Length],
                new DateTime(2027, 1 + (i % 12), 1), $"{1 + (i % 4)}Q/2028", stages[i % stages.Length], "ano", "ne", 1000d + i, 500.5 + i,
            ]),
        ];
    }

    private static double Cells(byte[] file)
    {
        var (clock, read) = (Stopwatch.StartNew(), 0);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    read += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        }
        while (reader.NextResult());
        return read >= Rows * Heads.Length ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"Only {read} cells were read.");
    }

    private static async Task<SheetImportId> Taken(IServiceProvider services, byte[] file)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, money) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<IMoneyLedger>());
        await using (await db.Begin(default))
        {
            await money.Enter(new("kap-18", new("Kapitola 18"), Payer.Region, Currency.Czk), default);
            await db.Commit(new(Actor.System, "bench", ""), default);
        }

        var import = new SheetImport
        {
            Id = TypedId.New<SheetImportId>(), PersonId = TypedId.New<PersonId>(), File = "zasobnik.xlsx", At = SystemClock.Instance.GetCurrentInstant(), Content = file, Choices = Chosen.Write(), Version = 1,
        };
        db.Add(import);
        await db.Keep(default);
        return import.Id;
    }

    private static async Task<double> Timed<TDone>(IServiceProvider services, Func<IServiceProvider, Task<TDone>> work, Func<TDone, bool> good)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Asker>().Become(Actor.System);
        var clock = Stopwatch.StartNew();
        var done = await work(scope.ServiceProvider);
        return good(done) ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("The spreadsheet was not taken as it should be.");
    }
}
