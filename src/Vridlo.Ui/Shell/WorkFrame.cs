namespace Vridlo.Ui;

/// <summary>A group of links in the navigation of the workspace.</summary>
/// <param name="Title">heading, or null for the top</param>
/// <param name="Links">its links, each with icon and, where something waits, a number</param>
public sealed record WorkGroup(string? Title, IReadOnlyList<WorkLink> Links);

/// <summary>A link in the navigation of the workspace.</summary>
/// <param name="Text">its label</param>
/// <param name="Href">its address</param>
/// <param name="Icon">name of its icon</param>
/// <param name="Current">whether the reader is there</param>
/// <param name="Number">how much waits there, or null</param>
public sealed record WorkLink(string Text, string Href, string Icon, bool Current, int? Number = null);

/// <summary>What stands around every page of the workspace; made by the host for each request.</summary>
public sealed record WorkFrame
{
    /// <summary>Says above every page that what it shows is sample data, or null.</summary>
    public string? Sample { get; init; }

    /// <summary>The first page of the workspace.</summary>
    public required string Home { get; init; }

    /// <summary>Where the search form goes.</summary>
    public required string Search { get; init; }

    /// <summary>The public pages.</summary>
    public required Link Public { get; init; }

    /// <summary>The page in every language.</summary>
    public required IReadOnlyList<LanguageLink> Languages { get; init; }

    /// <summary>The navigation.</summary>
    public required IReadOnlyList<WorkGroup> Groups { get; init; }

    /// <summary>Who is signed in, linked to the person's own page.</summary>
    public required Link Me { get; init; }

    /// <summary>The first letters of the name.</summary>
    public required string Initials { get; init; }

    /// <summary>Said above every page, such as whose view this is; or null.</summary>
    public string? Notice { get; init; }

    /// <summary>What has just been done, or null.</summary>
    public WorkDone? Done { get; init; }

    /// <summary>Where what the notice says is ended, or null.</summary>
    public Link? NoticeEnd { get; init; }

    /// <summary>Whether an address leads to a page of this site; no other may be gone to because a form says so.</summary>
    public static bool IsOwn(string? address) => address is ['/', ..] and not (['/', '/' or '\\', ..]) && !address.Any(char.IsControl);
}

/// <summary>What somebody has just done, said at the head of the next page.</summary>
/// <param name="Text">what was done</param>
/// <param name="Label">label of the button that undoes it, or null when it cannot be undone</param>
/// <param name="Action">where the form is sent</param>
/// <param name="Back">the page to come back to, as an address in the language of the reader</param>
public sealed record WorkDone(string Text, string? Label, string Action, string Back);
