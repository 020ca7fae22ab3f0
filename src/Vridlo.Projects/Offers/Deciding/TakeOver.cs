using Vridlo.Base;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Showing;
using Vridlo.Ui;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>What a project takes from an offer with which it is merged, field by field. Costs are not taken: the ledger of money knows only those of a fund.</summary>
internal static class TakeOver
{
    /// <summary>Names of the fields that can be taken.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["title", "bearer", "place", "links", "time", "documents", "permits", "land", "finance", "description", "need"];

    /// <summary>An offer as a project.</summary>
    public static ProjectTyped Typed(Offer offer, IReadOnlyList<OfferLink> links) => new(
        offer.Title, offer.CompanyNumber, offer.BearerName, offer.Place, "", "", offer.Description, offer.Need,
        offer.Starts is { } starts ? DateText.Write(starts, Language.Cs) : "", offer.Ends is { } ends ? DateText.Write(ends, Language.Cs) : "",
        offer.Documents.ToString(), offer.Permits.ToString(), offer.Land.ToString(), offer.Finance.ToString(),
        [.. links.Select(l => (l.Code, (l.Share / 100.0).ToString("0.##", Language.Cs.Culture())))]);

    /// <summary>The project as it stands, but for the fields that it takes from the offer. Where the offer says nothing the project keeps what it has.</summary>
    public static async Task<ProjectTyped> Of(ProjectShown project, Offer offer, IReadOnlyList<OfferLink> links, IReadOnlyCollection<string> taken, CancellationToken stop)
    {
        var (mine, theirs) = (await TypedForm.Read(new FormState(null).Filled(project, Language.Cs), TypedForm.Rows(project), stop), Typed(offer, links));
        string Pick(string field, string offered, string known) => taken.Contains(field) && offered.Length > 0 ? offered : known;
        return mine with
        {
            Title = Pick("title", theirs.Title, mine.Title),
            BearerNumber = Pick("bearer", theirs.BearerNumber, mine.BearerNumber),
            BearerName = Pick("bearer", theirs.BearerName, mine.BearerName),
            Place = Pick("place", theirs.Place, mine.Place),
            Description = Pick("description", theirs.Description, mine.Description),
            Need = Pick("need", theirs.Need, mine.Need),
            Starts = Pick("time", theirs.Starts, mine.Starts),
            Ends = Pick("time", theirs.Ends, mine.Ends),
            Documents = Pick("documents", theirs.Documents, mine.Documents),
            Permits = Pick("permits", theirs.Permits, mine.Permits),
            Land = Pick("land", theirs.Land, mine.Land),
            Finance = Pick("finance", theirs.Finance, mine.Finance),
            Links = taken.Contains("links") && theirs.Links.Count > 0 ? theirs.Links : mine.Links,

            // Where it is was looked at when it was entered.
            Far = true,
        };
    }
}
