namespace Vridlo.Base;

/// <summary>Orders human codes as people do: part by part, numbers by their value (<c>2.9</c> before <c>2.10</c>).</summary>
public sealed class CodeOrder : IComparer<string>
{
    private CodeOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static CodeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? "").Split('.'), (y ?? "").Split('.'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = int.TryParse(left[i], out var a) && int.TryParse(right[i], out var b)
                ? a.CompareTo(b)
                : string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
