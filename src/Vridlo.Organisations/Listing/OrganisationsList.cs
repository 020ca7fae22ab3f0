using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Lists;
using Vridlo.Core.Organisations;

namespace Vridlo.Organisations.Listing;

/// <summary>The organisations that stand for themselves, as a list.</summary>
internal static class OrganisationsList
{
    /// <param name="organisations">the register</param>
    /// <param name="root">Czech address below which each has its page</param>
    public static ListSource<OrganisationListed> Of(IOrganisations organisations, string root) => new(List(root), organisations.All.Where(o => o.Id == o.Self));

    private static ListOf<OrganisationListed> List(string root) => new()
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
        ],
        Filters =
        [
            new("q", "organisations.filter", (rows, text) => Sought(rows, text)),
        ],
    };

    private static IQueryable<OrganisationListed>? Sought(IQueryable<OrganisationListed> rows, string text)
    {
        var key = OrganisationNames.Key(text);
        return CompanyNumber.Read(text) is { Ok: true } number && number.Value.Digits is var digits ? rows.Where(o => o.Number == digits)
            : key.Length > 0 ? rows.Where(o => o.NameKey.Contains(key)) : null;
    }
}
