using System.Globalization;
using Vridlo.Base;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>What the fields of an offer are called where a problem of theirs stands in a list, away from the field.</summary>
internal static class OfferFields
{
    private const string Missing = "projects.offers.field-missing", TooLong = "projects.text-long";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["organisation"] = "projects.offers.organisation.name",
        ["companyNumber"] = "projects.offers.organisation.number",
        ["contactName"] = "projects.offers.contact.name",
        ["mail"] = "projects.offers.contact.mail",
        ["phone"] = "projects.offers.contact.phone",
        ["title"] = "projects.offers.title.field",
        ["description"] = "projects.description",
        ["need"] = "projects.offers.need",
        ["place"] = "projects.field.place",
        ["starts"] = "projects.starts",
        ["ends"] = "projects.ends",
    };

    /// <summary>The labels of fields of which there are several, by what their names begin with; those of a cost stand under its year.</summary>
    private static readonly Dictionary<string, (string Row, string? Field)> Rows = new(StringComparer.Ordinal)
    {
        ["link"] = ("projects.field.link", null),
        ["share"] = ("projects.field.link", "projects.field.share"),
        ["year"] = ("projects.offers.cost.year", null),
        ["source"] = ("projects.offers.cost.year", "projects.offers.cost.source"),
        ["sum"] = ("projects.offers.cost.year", "projects.sum"),
    };

    /// <summary>Names the field of a problem that does not say by itself what it is about.</summary>
    public static Func<Problem, string?> In(Texts t) => problem => problem is { Code: Missing or TooLong, Field: { } field } ? Of(field, t) : null;

    private static string? Of(string field, Texts t)
    {
        if (Labels.TryGetValue(field, out var key))
        {
            return t[key];
        }

        return field.Split('-') is [var name, var row] && Rows.TryGetValue(name, out var label) && int.TryParse(row, CultureInfo.InvariantCulture, out var index)
            ? t[label.Row, index + 1] + (label.Field is null ? "" : $", {t[label.Field]}") : null;
    }
}
