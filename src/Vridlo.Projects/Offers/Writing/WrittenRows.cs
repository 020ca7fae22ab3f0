using Vridlo.Base;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>What was written of an offer, by steps, as labels and texts.</summary>
internal static class WrittenRows
{
    public static IReadOnlyList<(OfferStep Step, IReadOnlyList<(string Label, string Text)> Rows)> Of(OfferTyped typed, ContactTyped contact, Texts t) =>
    [
        (OfferStep.Who,
        [
            (t["projects.offers.organisation.name"], Given(typed.Organisation)), (t["projects.offers.organisation.number"], Given(typed.CompanyNumber)),
            (t["projects.offers.contact.name"], Given(contact.Name)), (t["projects.offers.contact.mail"], Given(contact.Mail)), (t["projects.offers.contact.phone"], Given(contact.Phone)),
        ]),
        (OfferStep.Intent,
        [
            (t["projects.offers.title.field"], Given(typed.Title)), (t["projects.field.place"], Given(typed.Place)),
            (t["projects.description"], Given(typed.Description)), (t["projects.offers.need"], Given(typed.Need)),
        ]),
        (OfferStep.Programme, [(t["projects.field.links"], Given(string.Join('\n', typed.Links.Where(l => l.Code.Length > 0).Select(l => l.Share.Length == 0 ? l.Code : $"{l.Code} ({l.Share.TrimEnd('%').Trim()} %)"))))]),
        (OfferStep.Money,
        [
            (t["projects.offers.costs"], Given(string.Join('\n', typed.Costs.Where(c => (c.Year + c.Source + c.Sum).Trim().Length > 0).Select(c => $"{c.Year}: {c.Sum}, {c.Source}")))),
            (t["projects.time"], $"{Given(typed.Starts)} – {Given(typed.Ends)}"),
            .. new[] { ("documents", typed.Documents), ("permits", typed.Permits), ("land", typed.Land), ("finance", typed.Finance) }.Select(r => (t["projects.readiness." + r.Item1], Condition(r.Item2, t))),
        ]),
    ];

    private static string Condition(string typed, Texts t) => t[Enum.TryParse<Readiness>(typed, out var known) && Enum.IsDefined(known) ? known : Readiness.Open];

    private static string Given(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text.Trim();
}
