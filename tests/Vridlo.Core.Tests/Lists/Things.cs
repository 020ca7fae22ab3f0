using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;

namespace Vridlo.Core.Tests.Lists;

/// <summary>A table with every type of column that lists can be sorted by.</summary>
internal sealed class ThingsModule : IModule
{
    public string Name => "things";

    public void Model(ModelBuilder model) => model.Entity<Thing>(thing =>
    {
        thing.ToTable("thing").HasKey(t => t.Id);
        thing.Property(t => t.Name).InCzechOrder();
        thing.Property(t => t.Note!).InCzechOrder();
    });
}

internal readonly record struct ThingId(Guid Value) : ITypedId<ThingId>
{
    public static ThingId From(Guid value) => new(value);
}

internal enum Colour
{
    White,
    Blue,
    Red,
}

internal sealed class Thing
{
    public required ThingId Id { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    public required int Number { get; init; }

    public long? Size { get; init; }

    public required Instant At { get; init; }

    public LocalDate? Day { get; init; }

    public required Colour Colour { get; init; }

    public Thing Named(string name) =>
        new() { Id = TypedId.New<ThingId>(), Name = name, Note = Note, Number = Number, Size = Size, At = At, Day = Day, Colour = Colour };
}

/// <summary>What the list shows of a thing.</summary>
internal sealed record ThingRow
{
    public required ThingId Id { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    public required int Number { get; init; }

    public long? Size { get; init; }

    public required Instant At { get; init; }

    public LocalDate? Day { get; init; }

    public required Colour Colour { get; init; }

    public static IQueryable<ThingRow> Of(AppDb db) => db.Set<Thing>().AsNoTracking().Select(t => new ThingRow
    {
        Id = t.Id,
        Name = t.Name,
        Note = t.Note,
        Number = t.Number,
        Size = t.Size,
        At = t.At,
        Day = t.Day,
        Colour = t.Colour,
    });

    public static ListOf<ThingRow> List { get; } = new()
    {
        Name = "things",
        Id = SortKey<ThingRow>.By(t => t.Id),
        Order = "name",
        PageSize = 5,
        Columns =
        [
            new("name", "things.name", t => t.Name) { Sort = SortKey<ThingRow>.By(t => t.Name) },
            new("note", "things.note", t => t.Note) { Sort = SortKey<ThingRow>.By(t => t.Note) },
            new("number", "things.number", t => t.Number) { Sort = SortKey<ThingRow>.By(t => t.Number) },
            new("size", "things.size", t => t.Size) { Sort = SortKey<ThingRow>.By(t => t.Size) },
            new("at", "things.at", t => t.At) { Sort = SortKey<ThingRow>.By(t => t.At) },
            new("day", "things.day", t => t.Day) { Sort = SortKey<ThingRow>.By(t => t.Day) },
            new("colour", "things.colour", t => t.Colour) { Sort = SortKey<ThingRow>.By(t => t.Colour) },
        ],
        Filters =
        [
            new("colour", "things.colour", (rows, value) =>
                Enum.TryParse<Colour>(value, ignoreCase: true, out var colour) ? rows.Where(t => t.Colour == colour) : null),
        ],
    };
}
