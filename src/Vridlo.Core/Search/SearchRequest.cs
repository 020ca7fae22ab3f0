using System.Globalization;
using Vridlo.Base;

namespace Vridlo.Core.Search;

/// <summary>What to search for.</summary>
public sealed record SearchRequest
{
    /// <summary>What was typed: anything at all. Only its first 200 characters and 12 words count.</summary>
    public required string Text { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Reader { get; init; }

    /// <summary>Key of the only kind wanted, or null for all; an unknown one finds nothing.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the last word may be only the beginning of one, as while typing.</summary>
    public bool LastIsBeginning { get; init; }

    /// <summary>How many hits at most, 1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The place after which to go on, or null for the first hits.</summary>
    public SearchPlace? After { get; init; }

    /// <summary>Names of kinds in the reader's language with their keys, so that «opatření 4.2» means the measure.</summary>
    public IReadOnlyList<(string Name, string Kind)> KindNames { get; init; } = [];
}

/// <summary>A place in the list of hits.</summary>
/// <param name="Step">how well the hit fits, 0 best</param>
/// <param name="Id">identifier of the entry</param>
public sealed record SearchPlace(int Step, long Id)
{
    /// <summary>The place that <see cref="ToString"/> wrote, or null.</summary>
    public static SearchPlace? Parse(string? text) =>
        text?.Split('-') is [var step, var id]
        && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            ? new(s, i)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step}-{Id}");
}

/// <summary>What was found.</summary>
public sealed record SearchAnswer
{
    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Where to go on, or null when there are no more.</summary>
    public SearchPlace? Next { get; init; }

    /// <summary>How many there are, by kind and in the order of kinds, whatever kind was wanted. Exact unless <see cref="More"/>.</summary>
    public required IReadOnlyList<SearchCount> Counts { get; init; }

    /// <summary>Whether there are more than were counted (1,000); then <see cref="Counts"/> says only which kinds were seen.</summary>
    public bool More { get; init; }

    /// <summary>Whether nothing had the words asked for, so these are hits whose words only begin so.</summary>
    public bool Widened { get; init; }

    /// <summary>Whether there was anything to search for.</summary>
    public bool Asked { get; init; }

    /// <summary>When nothing was found: what may have been meant, made of words that do occur in titles.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>The answer to nothing.</summary>
    public static SearchAnswer Nothing { get; } = new() { Hits = [], Counts = [] };

    /// <summary>How many there are in all, at most 1,000.</summary>
    public int Total => Counts.Sum(c => c.Count);
}

/// <summary>How many hits are of a kind.</summary>
/// <param name="Kind">the kind</param>
/// <param name="Count">how many</param>
public sealed record SearchCount(SearchKind Kind, int Count);

/// <summary>One hit.</summary>
public sealed record SearchHit
{
    /// <summary>Its kind.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>Its code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The language of its title.</summary>
    public required Language Language { get; init; }

    /// <summary>Its title; the text is empty when it has none.</summary>
    public required Marked Title { get; init; }

    /// <summary>What else is said of it, around what was asked for; null when nothing is.</summary>
    public Marked? Snippet { get; init; }

    /// <summary>The titles of what stands above it, the top one first.</summary>
    public required IReadOnlyList<string> Above { get; init; }

    /// <summary>Short name of its programme, or null.</summary>
    public string? Whose { get; init; }

    /// <summary>Its Czech address.</summary>
    public required string Path { get; init; }
}
