using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Web;
using Vridlo.Web.Serving;

namespace Vridlo.Bench;

/// <summary>Fills an installation through the ledger: a second edition of the shipped programme, and a programme for every town.</summary>
internal static class Towns
{
    public const int Nodes = 48;

    private const int AtOnce = 25;

    private static readonly string[] Words =
    [
        "rozvoj", "obnova", "podpora", "školy", "cesty", "lesy", "voda", "bydlení", "lázeňství", "doprava", "sport", "kultura", "senioři",
        "rodiny", "náves", "kanalizace", "vodovod", "osvětlení", "chodníky", "spolky", "hasiči", "knihovna", "zeleň", "odpady", "energie",
        "podnikání", "cestovní", "ruch", "památky", "hřiště", "parkování", "kostel", "rybník", "zdraví", "služby", "bezpečí", "řemesla",
    ];

    private static readonly Act Act = new(Actor.System, "programmes.load", "benchmark");

    public static async Task Fill(Installation installation, int towns)
    {
        await using var app = Server.Build(installation, null);
        await Server.Prepare(app, default);
        await Within(app.Services, Amend);
        var random = new Random(1);
        for (var first = 0; first < towns; first += AtOnce)
        {
            var batch = Enumerable.Range(first, Math.Min(AtOnce, towns - first)).Select(i => Town(i, random)).ToList();
            await Within(app.Services, async ledger =>
            {
                foreach (var town in batch)
                {
                    Demand(await ledger.Enter(town, default));
                }
            });
        }
    }

    private static async Task Within(IServiceProvider services, Func<IProgrammeLedger, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<IProgrammeLedger>());
        if (!await scope.ServiceProvider.GetRequiredService<AppDb>().Commit(Act, default))
        {
            throw new InvalidOperationException("The benchmark's data could not be written.");
        }
    }

    private static async Task Amend(IProgrammeLedger ledger)
    {
        var shipped = (await ledger.Content("prkk-2021", null, default))!;
        Demand(await ledger.Enter(
            shipped with
            {
                Edition = "zmena-1",
                EditionTitle = new("Změna č. 1"),
                Follows = shipped.Edition,
                InForceFrom = shipped.InForceFrom!.Value.PlusYears(1),
                Nodes = [.. shipped.Nodes.Select(Reworded)],
            },
            default));
    }

    private static NodeContent Reworded(NodeContent node) => node with
    {
        Title = node is { Kind: NodeKind.Activity, Title.Cs: { } title } ? new(title + " a její obnova") : node.Title,
        Children = [.. node.Children.Select(Reworded)],
    };

    private static EditionContent Town(int number, Random random) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"obec-{number}"),
        Kind = ProgrammeKind.Municipality,
        Territory = string.Create(CultureInfo.InvariantCulture, $"{500000 + number}"),
        Title = new($"Program rozvoje obce {Phrase(random, 2)} {number}"),
        Edition = "1",
        EditionTitle = new("Vydání 1"),
        Status = EditionStatus.Approved,
        InForceFrom = new LocalDate(2024, 1, 1),
        Nodes = [.. Enumerable.Range(1, 4).Select(a => Node(NodeKind.Area, $"{a}", random, a == 4 ? 2 : 3, NodeKind.Measure))],
    };

    /// <summary>4 areas, 11 measures and 3 activities under each: 48 nodes.</summary>
    private static NodeContent Node(NodeKind kind, string code, Random random, int below, NodeKind next) => new()
    {
        Kind = kind,
        Code = code,
        Title = new(Phrase(random, 5)),
        Children = kind is NodeKind.Activity ? [] : [.. Enumerable.Range(1, below).Select(i => Node(next, $"{code}.{i}", random, 3, NodeKind.Activity))],
    };

    private static string Phrase(Random random, int words)
    {
        var phrase = string.Join(' ', random.GetItems(Words, words));
        return char.ToUpperInvariant(phrase[0]) + phrase[1..];
    }

    private static void Demand(Result<Entered> entered)
    {
        if (!entered.Ok)
        {
            throw new InvalidOperationException(string.Join("; ", entered.Problems));
        }
    }
}
