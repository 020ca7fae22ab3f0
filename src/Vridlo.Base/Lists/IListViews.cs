namespace Vridlo.Base.Lists;

/// <summary>Finds the saved views of a list (uložené pohledy) that are for whoever asks: the own ones and those that are shared.</summary>
public interface IListViews
{
    /// <summary>The views of one list by name; none for who is not signed in.</summary>
    /// <param name="path">Czech address of the list without query</param>
    /// <param name="stop">ends it</param>
    Task<IReadOnlyList<ListView>> Of(string path, CancellationToken stop);
}

/// <summary>A list as somebody wants to see it again.</summary>
/// <param name="Name">what it is called</param>
/// <param name="Query">filters, order and columns, with the question mark; or empty</param>
public sealed record ListView(string Name, string Query);
