using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>
/// One thing in one language as search knows it. Its identifier is its rank among things that fit equally well: kind first,
/// then the scope (who was entered first), then the place within the scope.
/// </summary>
public sealed record SearchEntry
{
    private const int ScopeBits = 24;
    private const int PositionBits = 24;
    private const int LanguageBits = 2;
    private const int BelowKind = ScopeBits + PositionBits + LanguageBits;

    /// <summary>The identifier and rank.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the scope it belongs to: the entries that are made and dropped together.</summary>
    public required long Scope { get; init; }

    /// <summary>Key of its kind, such as <c>measure</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The language of the title.</summary>
    public required Language Language { get; init; }

    /// <summary>Its human code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Its title; empty when it has none.</summary>
    public required string Title { get; init; }

    /// <summary>What else is said of it, paragraphs separated by \n; empty when nothing.</summary>
    public required string Body { get; init; }

    /// <summary>The titles of what stands above it, the top one first, separated by \n; empty when nothing does.</summary>
    public required string Above { get; init; }

    /// <summary>Short name of the programme it belongs to, or null.</summary>
    public string? Whose { get; init; }

    /// <summary>Its Czech address.</summary>
    public required string Path { get; init; }

    /// <summary>What the index keeps of it, separated by spaces. Not a column of this table.</summary>
    public string Tokens { get; init; } = "";

    internal static long Number(int kind, long scope, int position, Language language)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(kind, SearchKind.Orders);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scope, 1L << ScopeBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, 1 << PositionBits);
        return ((long)kind << BelowKind) | (scope << (PositionBits + LanguageBits)) | ((long)position << LanguageBits) | (long)language;
    }

    /// <summary>The order of the kind of the entry with this identifier.</summary>
    internal static int KindOf(long id) => (int)(id >> BelowKind);

    /// <summary>What lies just before the first and at the last identifier of a kind.</summary>
    internal static (long Before, long Last) Range(int kind) => (((long)kind << BelowKind) - 1, ((kind + 1L) << BelowKind) - 1);
}

/// <summary>A kind of things that can be found.</summary>
/// <param name="Key">stable key, such as <c>measure</c>; in letters a to z</param>
/// <param name="Order">rank among kinds when things fit equally well, ascending; 0 to 99, no two kinds alike</param>
public sealed record SearchKind(string Key, int Order)
{
    internal const int Orders = 100;

    /// <summary>Key of its name in the singular.</summary>
    public string One => "search.kind." + Key;

    /// <summary>Key of its name in the plural.</summary>
    public string Several => "search.kinds." + Key;
}

/// <summary>Things whose entries are made and dropped together, such as one programme.</summary>
internal sealed class SearchScope
{
    /// <summary>The number; grows, so that who was entered first ranks first.</summary>
    public long Number { get; init; }

    public required string Source { get; init; }

    /// <summary>Key within the source.</summary>
    public required string Key { get; init; }

    /// <summary>The day for which it was indexed.</summary>
    public required LocalDate Day { get; set; }
}

/// <summary>The row of the engine's full-text index; its tokens are a column of the engine's own kind.</summary>
internal sealed class SearchText
{
    public long Id { get; init; }
}
