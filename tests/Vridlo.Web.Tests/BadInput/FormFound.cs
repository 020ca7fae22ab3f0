using AngleSharp.Html.Dom;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>A form of a page, to be filled in badly.</summary>
/// <param name="Address">the page</param>
/// <param name="Action">where it is sent</param>
/// <param name="Name">its name on the page, or empty</param>
/// <param name="Fields">its fields in their order</param>
internal sealed record FormFound(string Address, string Action, string Name, IReadOnlyList<FieldFound> Fields)
{
    public static FormFound Of(IHtmlFormElement form, string address)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Select(FieldFound.Of).OfType<FieldFound>().DistinctBy(f => f.Name).ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given.StartsWith('/') ? given : new Uri(given).PathAndQuery : address;
        return new(address, action, fields.FirstOrDefault(f => f.Name == "_handler")?.Value ?? "", fields);
    }
}

/// <summary>A field of a form.</summary>
internal sealed record FieldFound(string Name, string Type, string Value)
{
    private static int number;

    public bool Hidden => Type == "hidden";

    public bool Writable => !Hidden;

    public bool IsText => Type is "text" or "textarea" or "email" or "search" or "url" or "tel";

    public static FieldFound? Of(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "submit" or "file" or "button" } => null,
        IHtmlInputElement { Name: { Length: > 0 } name } input => new(name, input.Type, input.Value),
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => new(name, "textarea", area.Value),
        IHtmlSelectElement { Name: { Length: > 0 } name } select => new(name, "select", select.Value ?? ""),
        _ => null,
    };

    /// <summary>A value that the form should take.</summary>
    public string Good() => Type switch
    {
        "email" => $"clovek{Interlocked.Increment(ref number)}@example.org",
        "password" => "modrý slon tancuje na rovníku",
        "date" => "2026-12-24",
        "number" => "1",
        "text" or "textarea" when Value.Length == 0 => "Text",
        _ => Value,
    };
}
