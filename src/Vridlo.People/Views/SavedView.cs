using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Views;

/// <summary>A list as somebody wants to see it again (uložený pohled): filters, order and columns are in its address.</summary>
internal sealed class SavedView
{
    public required Guid Id { get; init; }

    /// <summary>Who saved it.</summary>
    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>The Czech address of the list, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query, with its question mark, or empty.</summary>
    public required string Query { get; init; }

    /// <summary>When it was offered to everybody, or null while it is the person's own.</summary>
    public required Instant? SharedAt { get; init; }
}

internal static class SavedViewMap
{
    public static void Map(ModelBuilder model) => model.Entity<SavedView>(view =>
    {
        view.ToTable("people_saved_view").HasKey(v => v.Id);
        view.Property(v => v.Id).ValueGeneratedNever();
        view.Property(v => v.Name).InCzechOrder();
        view.HasIndex(v => new { v.Path, v.PersonId });
    });
}
