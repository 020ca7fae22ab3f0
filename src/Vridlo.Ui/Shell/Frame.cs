using Vridlo.Base;

namespace Vridlo.Ui;

/// <summary>A link with its text.</summary>
/// <param name="Text">what the reader sees, already in the reader's language</param>
/// <param name="Href">address within the site, with the language's prefix</param>
/// <param name="Current">whether the reader is there</param>
public sealed record Link(string Text, string Href, bool Current = false);

/// <summary>The same page in one language.</summary>
public sealed record LanguageLink(Language Language, string Href);

/// <summary>A column of links in the foot.</summary>
public sealed record LinkColumn(string Title, IReadOnlyList<Link> Links);

/// <summary>What stands around every public page; made by the host for each request.</summary>
public sealed record Frame
{
    /// <summary>Says above every page that what it shows is sample data, or null.</summary>
    public string? Sample { get; init; }

    /// <summary>Whose programme it is, e.g. Karlovarský kraj.</summary>
    public required string Owner { get; init; }

    /// <summary>What follows the owner under the product's name on wide screens, or null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The home page in the reader's language.</summary>
    public required string Home { get; init; }

    /// <summary>Where the search form goes (GET, parameter <c>q</c>).</summary>
    public required string Search { get; init; }

    /// <summary>What is being searched for, shown in the form.</summary>
    public string? Query { get; init; }

    /// <summary>The page in every language it exists in, the reader's own included.</summary>
    public required IReadOnlyList<LanguageLink> Languages { get; init; }

    /// <summary>The main navigation.</summary>
    public required IReadOnlyList<Link> Navigation { get; init; }

    /// <summary>Sign-in, or null where there is none.</summary>
    public Link? SignIn { get; init; }

    /// <summary>The owner's address, one line each.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>Columns of the foot.</summary>
    public IReadOnlyList<LinkColumn> Columns { get; init; } = [];

    /// <summary>Sentences at the very end: the resolution, the date of the data.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>The link after the closing sentences, e.g. the record of changes.</summary>
    public Link? ClosingLink { get; init; }
}
