using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Projects.Showing;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>A field of an offer beside that of a project.</summary>
/// <param name="Field">its name when the project can take it over (<see cref="TakeOver.Fields"/>), or null</param>
/// <param name="Label">what it is called</param>
internal sealed record ComparedField(string? Field, string Label, string Offered, string InProject)
{
    public bool Differs => Folding.Fold(Offered) != Folding.Fold(InProject);
}

/// <summary>An offer and a project field by field, as their readers see them.</summary>
internal static class Comparison
{
    public static IReadOnlyList<ComparedField> Of(OfferShown shown, ProjectShown other, Texts t)
    {
        var (offer, project) = (shown.Offer, other.Project);
        return
        [
            new("title", t["projects.field.title"], offer.Title, project.Title),
            new("bearer", t["projects.bearer"], $"{offer.BearerName}, {offer.CompanyNumber}", $"{other.Bearer.Name}, {other.Bearer.Number}".TrimEnd(',', ' ')),
            new("place", t["projects.place"], shown.Place?.Name ?? "–", other.Place?.Name ?? "–"),
            new("links", t["projects.serves"], Lines(shown.Links.Select(l => $"{l.Link.Code} ({Share(l.Link.Share, t)} %)")), Lines(other.Links.Select(l => $"{l.Node.Code} ({Share(l.Share, t)} %)"))),
            new("time", t["projects.time"], Time(offer.Starts, offer.Ends, t), Time(project.Starts, project.Ends, t)),
            new(null, t["projects.offers.costs"], Lines(shown.Costs.Select(c => $"{c.Year}: {t.Write(c.Sum)}, {c.Source}")), Lines(other.Sums.Where(s => s.Kind is SumKind.Planned && s.Amount != 0).OrderBy(s => s.Year).Select(s => $"{s.Year}: {t.Write(new Money(s.Amount, s.Currency))}, {t.Plain(s.Title)}"))),
            new("documents", t["projects.readiness.documents"], t[offer.Documents], t[project.Documents]),
            new("permits", t["projects.readiness.permits"], t[offer.Permits], t[project.Permits]),
            new("land", t["projects.readiness.land"], t[offer.Land], t[project.Land]),
            new("finance", t["projects.readiness.finance"], t[offer.Finance], t[project.Finance]),
            new("description", t["projects.description"], offer.Description, project.Description),
            new("need", t["projects.need"], offer.Need, project.Need),
        ];
    }

    public static string Share(int hundredths, Texts t) => (hundredths / 100.0).ToString("0.##", t.Language.Culture());

    public static string Time(NodaTime.LocalDate? starts, NodaTime.LocalDate? ends, Texts t) =>
        starts is null && ends is null ? "–" : $"{(starts is { } from ? t.Write(from) : "?")} – {(ends is { } to ? t.Write(to) : "?")}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : "–";
}
