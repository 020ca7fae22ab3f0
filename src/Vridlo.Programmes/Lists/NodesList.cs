using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Lists;

/// <summary>The nodes of an edition, all or those of one kind.</summary>
internal static class NodesList
{
    private static readonly SortKey<NodeListed> InDocument = SortKey<NodeListed>.By(n => n.Position);
    private static readonly SortKey<NodeListed> ByArea = SortKey<NodeListed>.By(n => n.Area);
    private static readonly SortKey<NodeListed> ByDepartment = SortKey<NodeListed>.By(n => n.Department);

    /// <param name="edition">the edition whose nodes they are</param>
    /// <param name="name">name of the files; null for the whole tree</param>
    /// <param name="areas">the areas to choose from; files need none, they are narrowed by what the address says</param>
    public static ListOf<NodeListed> Of(EditionHead edition, string? name, IReadOnlyList<Node>? areas = null)
    {
        var departments = edition.Departments.ToDictionary(d => d.Key, d => d.Name);
        string Path(string code) => $"/programy/{edition.Programme}/{code}";
        Localized? Department(NodeListed node) => node.Department is { } key ? departments.GetValueOrDefault(key) : null;
        return new()
        {
            Name = $"{edition.Programme}-{name ?? "tree"}",
            Id = InDocument,
            Order = "code",
            PageSize = 100,
            Columns =
            [
                new("code", "programmes.list.code", n => n.Code) { Sort = InDocument, Link = n => Path(n.Code) },
                new("kind", "programmes.list.node-kind", n => n.Kind) { Words = "programmes.node-kind", FilesOnly = name is not null },
                new("title", "programmes.list.title", n => n.Title) { Link = n => n.Title is null ? null : Path(n.Code) },
                new("area", "programmes.list.area", n => n.Area) { Sort = ByArea, Link = n => n.Area is null ? null : Path(n.Area) },
                new("parent", "programmes.list.parent", n => n.Parent) { FilesOnly = true },
                new("department", "programmes.list.department", Department) { Sort = ByDepartment },
                new("page", "programmes.list.page", n => n.SourcePage) { Figures = true, FilesOnly = true },
                new("line", "programmes.list.line", n => n.SourceLine) { Figures = true, FilesOnly = true },
            ],
            Filters =
            [
                new("area", "programmes.list.area", (rows, code) => rows.Where(n => n.Area == code))
                {
                    Choices = [.. (areas ?? []).Select(a => new FilterChoice(a.Code, "", a.Title?.Prefixed(a.Code + " ") ?? new(a.Code)))],
                },
                new("department", "programmes.list.department", (rows, key) => rows.Where(n => n.Department == key))
                {
                    Choices = [.. edition.Departments.Select(d => new FilterChoice(d.Key, "", d.Name))],
                },
            ],
        };
    }
}
