using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;

namespace Vridlo.Organisations.Listing;

/// <summary>The organisations that stand for themselves, as a list.</summary>
internal static class OrganisationsList
{
    /// <summary>Czech address of the list in the workspace.</summary>
    public const string WorkRoot = "/prace/subjekty";

    /// <summary>What in its address shows those that may be doubled, side by side.</summary>
    public const string Duplicates = "?duplicates=1&sort=key";

    /// <param name="organisations">the register</param>
    /// <param name="root">Czech address below which each has its page</param>
    public static ListSource<OrganisationListed> Of(IOrganisations organisations, string root) => new(List(root, [], []), organisations.All.Where(o => o.Id == o.Self));

    /// <summary>The same for those who keep the register: it can be narrowed to those that may be doubled.</summary>
    public static ListSource<OrganisationListed> ForWork(IOrganisations organisations) => Of(organisations, WorkRoot) with
    {
        List = List(
            WorkRoot,
            [new("key", "organisations.name.key", o => o.NameKey) { Sort = SortKey<OrganisationListed>.By(o => o.NameKey), FilesOnly = true }],
            [new("duplicates", "organisations.duplicates.filter", (rows, text) => text == "1" ? Doubled(rows, organisations.All) : null) { Choices = [new("1", "organisations.duplicates")] }]),
    };

    private static ListOf<OrganisationListed> List(string root, IReadOnlyList<Column<OrganisationListed>> columns, IReadOnlyList<Filter<OrganisationListed>> filters) => new()
    {
        Name = "organisations",
        Id = SortKey<OrganisationListed>.By(o => o.Id),
        Order = "name",
        Columns =
        [
            new("name", "organisations.name", o => o.Name) { Sort = SortKey<OrganisationListed>.By(o => o.Name), Link = o => $"{root}/{o.Code}" },
            new("number", "organisations.number", o => o.Number) { Sort = SortKey<OrganisationListed>.By(o => o.Number) },
            new("place", "organisations.place.code", o => o.Place) { FilesOnly = true },
            new("dataBox", "organisations.data-box", o => o.DataBox) { FilesOnly = true },
            new("web", "organisations.web", o => o.Web) { FilesOnly = true },
            .. columns,
        ],
        Filters =
        [
            new("q", "organisations.filter", (rows, text) => Sought(rows, text)),
            .. filters,
        ],
    };

    /// <summary>Those of whose name, apart from legal form, there is another one. Two that both have a number are not the same.</summary>
    private static IQueryable<OrganisationListed> Doubled(IQueryable<OrganisationListed> rows, IQueryable<OrganisationListed> all) =>
        rows.Where(o => all.Any(other => other.NameKey == o.NameKey && other.Id == other.Self && other.Id != o.Id && (o.Number == null || other.Number == null)));

    private static IQueryable<OrganisationListed>? Sought(IQueryable<OrganisationListed> rows, string text)
    {
        var key = OrganisationNames.Key(text);
        return CompanyNumber.Read(text) is { Ok: true } number && number.Value.Digits is var digits ? rows.Where(o => o.Number == digits)
            : key.Length > 0 ? rows.Where(o => o.NameKey.Contains(key)) : null;
    }
}
