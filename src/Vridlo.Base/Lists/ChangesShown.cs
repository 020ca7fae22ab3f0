namespace Vridlo.Base.Lists;

/// <summary>What was changed, as one value of a list.</summary>
/// <param name="Lines">the changes</param>
/// <param name="More">how many more there are that are not shown</param>
public sealed record ChangesShown(IReadOnlyList<ChangeLine> Lines, int More)
{
    /// <summary>All of it in one line, for files.</summary>
    public override string ToString() => string.Join("; ", [.. Lines.Select(l => l.ToString()), .. More > 0 ? [$"+{More}"] : Array.Empty<string>()]);
}

/// <summary>One change, from what to what.</summary>
/// <param name="Thing">what it is of, as people call it</param>
/// <param name="Field">which of its values, or null when the thing as a whole is new or gone</param>
/// <param name="From">the value before</param>
/// <param name="To">the value after</param>
/// <param name="Whole">whether the values are shown one after the other and not compared word by word</param>
public sealed record ChangeLine(string Thing, string? Field, string From, string To, bool Whole = false)
{
    /// <inheritdoc/>
    public override string ToString() => Field is null ? $"{Thing}: {From}{To}" : $"{Thing}, {Field}: {From} → {To}";
}
