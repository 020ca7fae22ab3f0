using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vridlo.Core.Search;

/// <summary>Names of the tables of search, and how they are mapped.</summary>
public static class SearchMap
{
    /// <summary>The table (on SQLite the virtual table) of tokens; each engine makes it its own way.</summary>
    public const string TextTable = "search_text";

    /// <summary>The property (column <c>words</c>) that each engine adds for the tokens.</summary>
    public const string Words = "Words";

    /// <summary>The entity of the table, for the engine to shape.</summary>
    public static EntityTypeBuilder Text(ModelBuilder model) => model.Entity<SearchText>();

    internal static void Map(ModelBuilder model)
    {
        model.Entity<SearchScope>(scope =>
        {
            scope.ToTable("search_scope").HasKey(s => s.Number);
            scope.Property(s => s.Number).ValueGeneratedOnAdd();
            scope.HasIndex(s => new { s.Source, s.Key }).IsUnique();
        });
        model.Entity<SearchEntry>(entry =>
        {
            entry.ToTable("search_entry").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.HasIndex(e => e.Scope);
            entry.Ignore(e => e.Tokens);
        });
        model.Entity<SearchText>(text =>
        {
            text.ToTable(TextTable).HasKey(t => t.Id);
            text.Property(t => t.Id).ValueGeneratedNever();
        });
    }
}
