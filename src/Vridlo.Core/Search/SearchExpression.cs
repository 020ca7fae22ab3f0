namespace Vridlo.Core.Search;

/// <summary>What is sought in the index of tokens; each engine writes it in its own syntax.</summary>
public abstract record SearchExpression
{
    private SearchExpression()
    {
    }

    /// <summary>Entries that have this token, or one that begins so.</summary>
    /// <param name="Text">letters, digits, full stops and underscores; never empty</param>
    /// <param name="Beginning">whether longer tokens count</param>
    public sealed record Token(string Text, bool Beginning = false) : SearchExpression;

    /// <summary>Entries that fit every part; at least one part.</summary>
    public sealed record All(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

    /// <summary>Entries that fit some part; at least one part.</summary>
    public sealed record Any(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

    /// <summary>Entries that fit the one and not the other.</summary>
    public sealed record Except(SearchExpression What, SearchExpression Without) : SearchExpression;

    internal static SearchExpression AllOf(IEnumerable<SearchExpression> parts) => parts.ToList() is var list && list.Count == 1 ? list[0] : new All(list);

    internal static SearchExpression AnyOf(IEnumerable<SearchExpression> parts) =>
        parts.Distinct().ToList() is var list && list.Count == 1 ? list[0] : new Any(list);
}
