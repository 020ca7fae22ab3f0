using System.Collections.Concurrent;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Testing;

namespace Vridlo.Core.Tests.Lists;

public sealed class PagingTests
{
    private static readonly string[] Orders = [.. ThingRow.List.Columns.SelectMany(c => new[] { c.Key, "-" + c.Key })];
    private static readonly Gen<string> Words = Gen.OneOfConst("chata", "cesta", "Čáp", "čáp", "hrad", "", "ch", "zámek", "žába", "co-op", "coop", "ß", "a b", "ab");

    private static readonly Gen<Thing> AThing =
        from name in Words
        from note in Words.Null()
        from number in Gen.Int[-2, 2]
        from size in Gen.Long[0, 3].Nullable()
        from at in Gen.Int[0, 3]
        from day in Gen.Int[0, 3].Nullable()
        from colour in Gen.Enum<Colour>()
        select new Thing
        {
            Id = TypedId.New<ThingId>(),
            Name = name,
            Note = note,
            Number = number,
            Size = size,
            At = Instant.FromUnixTimeTicks(17_000_000_000_000_010 + (at * 10)),
            Day = day is { } days ? new LocalDate(2026, 1, 30).PlusDays(days) : null,
            Colour = colour,
        };

    [Theory, BothEngines]
    public async Task Turning_pages_shows_every_row_once_in_order_and_back(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var db = await Open(database);
        await Gen.Select(AThing.List[0, 23], Gen.OneOfConst(Orders), Gen.Int[1, 7], Gen.Bool).SampleAsync(async (things, order, size, narrow) =>
        {
            await Replace(db, things);
            var address = new ListAddress
            {
                Order = order,
                Size = size,
                Narrowed = narrow ? new Dictionary<string, string> { ["colour"] = "blue" } : new Dictionary<string, string>(),
            };
            var all = new List<ThingRow>();
            await foreach (var row in ThingRow.List.All(ThingRow.Of(db), address))
            {
                all.Add(row);
            }

            Assert.Equal(things.Where(t => !narrow || t.Colour is Colour.Blue).Select(t => t.Id).ToHashSet(), all.Select(r => r.Id).ToHashSet());
            AssertOrdered(all, order);
            var forth = await Turn(db, address, page => page.Next);
            Assert.Equal(all, forth.SelectMany(p => p.Rows));
            Assert.All(forth, p => Assert.Equal(new RowCount(all.Count, false), p.Count));

            var last = forth[^1].Address;
            var back = await Turn(db, last, page => page.Previous);
            Assert.Equal(all.Select(r => r.Id).ToHashSet(), back.SelectMany(p => p.Rows).Select(r => r.Id).ToHashSet());
            Assert.Null(back[^1].Address.Before);
            Assert.Equal(all.Take(size), back[^1].Rows);
        }, iter: 150, threads: 1);
    }

    private static async Task<List<ListPage<ThingRow>>> Turn(AppDb db, ListAddress from, Func<ListPage<ThingRow>, ListAddress?> turn)
    {
        var pages = new List<ListPage<ThingRow>>();
        for (ListAddress? address = from; address is not null; address = Reread(turn(pages[^1])))
        {
            pages.Add(await ThingRow.List.Page(ThingRow.Of(db), address, default));
            Assert.True(pages.Count < 60, "The pages have no end.");
        }

        return pages;
    }

    /// <summary>What the next request reads from the link.</summary>
    private static ListAddress? Reread(ListAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query(ThingRow.List.Order, ThingRow.List.PageSize));
        var (read, problems) = ListAddress.Read(ThingRow.List, name => query.TryGetValue(name, out var value) ? value.ToString() : null);
        Assert.Empty(problems);
        return read;
    }

    private static void AssertOrdered(List<ThingRow> rows, string order)
    {
        var key = ThingRow.List.Sorting(order)!.Value.Column.Sort!;
        var known = rows.TakeWhile(r => key.Of(r) is not null).Select(key.Of).ToList();
        Assert.All(rows.Skip(known.Count), r => Assert.Null(key.Of(r)));
        if (key.Type != typeof(string) && !key.Type.IsEnum)
        {
            Assert.Equal(order.StartsWith('-') ? known.OrderDescending() : known.Order(), known);
        }
    }

    [Theory, BothEngines]
    public async Task What_is_over_a_thousand_is_said_to_be_more(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var db = await Open(database);
        var things = AThing.Array[RowCount.Limit + 1].Single();
        await Replace(db, things);
        var (address, _) = ListAddress.Read(ThingRow.List, _ => null);
        Assert.Equal(new(RowCount.Limit, More: true), (await ThingRow.List.Page(ThingRow.Of(db), address, default)).Count);

        await Replace(db, things[1..]);
        Assert.Equal(new(RowCount.Limit, More: false), (await ThingRow.List.Page(ThingRow.Of(db), address, default)).Count);
    }

    [Theory, BothEngines]
    public async Task Czech_order_puts_ch_after_h_on_both_engines(Engine engine)
    {
        await using var database = await Database.Bare(engine);
        await using var db = await Open(database);
        var thing = AThing.Single();
        string[] names = ["chata", "cesta", "hrad", "čáp", "iva", "žába", "zámek"];
        await Replace(db, names.Select(name => thing.Named(name)));
        var (address, _) = ListAddress.Read(ThingRow.List, _ => null);
        var pages = await Turn(db, address with { Size = 2 }, page => page.Next);
        Assert.Equal(["cesta", "čáp", "hrad", "chata", "iva", "zámek", "žába"], pages.SelectMany(p => p.Rows).Select(r => r.Name));
    }

    /// <summary>The framework keeps models in the cache that the options give; other contexts without a host share one, in which there are no things. Each engine has its own model.</summary>
    private static readonly ConcurrentDictionary<Type, MemoryCache> Apart = new();

    private static async Task<AppDb> Open(Database database)
    {
        var options = new DbContextOptionsBuilder<AppDb>(AppDb.Options(database.Kind)).UseMemoryCache(Apart.GetOrAdd(database.Kind.GetType(), _ => new(new MemoryCacheOptions())));
        var db = new AppDb(options.Options, new AppModel([new ThingsModule()]), database.Kind, SystemClock.Instance, new PublicState(), new Declarations(), new ServiceCollection().BuildServiceProvider());
        await db.Database.EnsureCreatedAsync();
        // What the migration does beside making tables.
        await db.Database.ExecuteSqlAsync($"INSERT INTO record_head (id, sequence, seal) VALUES (1, 0, {Core.Record.Seal.Beginning})");
        return db;
    }

    private static async Task Replace(AppDb db, IEnumerable<Thing> things)
    {
        db.ChangeTracker.Clear();
        await db.Set<Thing>().ExecuteDeleteAsync();
        db.AddRange(things);
        Assert.True(await db.Commit(new(Actor.System, "test", "test"), default));
    }
}
