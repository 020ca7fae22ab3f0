namespace Vridlo.Base.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Address">what was asked for</param>
/// <param name="Rows">the rows in their order</param>
/// <param name="Count">how many rows the whole list has</param>
/// <param name="Previous">asks for the page before, or null on the first</param>
/// <param name="Next">asks for the page after, or null on the last</param>
public sealed record ListPage<TRow>(ListAddress Address, IReadOnlyList<TRow> Rows, RowCount Count, ListAddress? Previous, ListAddress? Next);

/// <summary>How many rows there are: exactly up to <see cref="Limit"/>, and then only that there are more.</summary>
/// <param name="Number">the number of rows, at most <see cref="Limit"/></param>
/// <param name="More">whether there are more than <paramref name="Number"/></param>
public readonly record struct RowCount(int Number, bool More)
{
    /// <summary>The largest number that is counted exactly.</summary>
    public const int Limit = 1000;
}
