namespace Vridlo.People.Typing;

/// <summary>Leads to the page of a form, filled in with what was typed.</summary>
internal static class TypedLink
{
    /// <summary>The Czech address of the page, going on with this text.</summary>
    public static string Of(string path, Guid id)
    {
        var (page, query) = path.Split('?', 2) is [var before, var after] ? (before, after) : (path, "");
        return $"{page}?{string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(q => !q.StartsWith("typed=", StringComparison.Ordinal)).Append($"typed={id}"))}";
    }
}
