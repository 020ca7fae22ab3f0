using Vridlo.Projects.Offers.Register;
using Vridlo.Ui;

namespace Vridlo.Projects.Offers.Writing;

/// <summary>The forms of the steps: what they hold before anything is typed, and what was typed.</summary>
internal static class StepForm
{
    /// <summary>The fields of all steps as they were saved.</summary>
    public static FormState Filled(this FormState form, OfferDraft draft)
    {
        var typed = OfferTyped.Of(draft.Typed);
        form.With("organisation", typed.Organisation).With("companyNumber", typed.CompanyNumber)
            .With("contactName", draft.ContactName).With("mail", draft.Mail).With("phone", draft.Phone)
            .With("title", typed.Title).With("description", typed.Description).With("need", typed.Need).With("place", typed.Place)
            .With("starts", typed.Starts).With("ends", typed.Ends)
            .With("documents", typed.Documents).With("permits", typed.Permits).With("land", typed.Land).With("finance", typed.Finance);
        foreach (var (i, link) in typed.Links.Index())
        {
            form.With($"link-{i}", link.Code).With($"share-{i}", link.Share);
        }

        foreach (var (i, cost) in typed.Costs.Index())
        {
            form.With($"year-{i}", cost.Year).With($"source-{i}", cost.Source).With($"sum-{i}", cost.Sum);
        }

        return form;
    }

    /// <summary>The whole as it is with what was typed in one step.</summary>
    public static OfferTyped Read(this FormState form, OfferStep step, OfferTyped before) => step switch
    {
        OfferStep.Who => before with { Organisation = form["organisation"], CompanyNumber = form["companyNumber"] },
        OfferStep.Intent => before with { Title = form["title"], Description = form["description"], Need = form["need"], Place = form["place"] },
        OfferStep.Programme => before with { Links = Links(form) },
        OfferStep.Money => before with
        {
            Costs = [.. Enumerable.Range(0, ReadOffer.MostCosts).Select(i => new OfferTyped.CostTyped(form[$"year-{i}"], form[$"source-{i}"], form[$"sum-{i}"]))],
            Starts = form["starts"], Ends = form["ends"], Documents = form["documents"], Permits = form["permits"], Land = form["land"], Finance = form["finance"],
        },
        _ => before,
    };

    /// <summary>Who can be asked, from the first step; from others as it was saved.</summary>
    public static ContactTyped Contact(this FormState form, OfferStep step, OfferDraft? draft) =>
        step is OfferStep.Who ? new(form["contactName"], form["mail"], form["phone"]) : new(draft?.ContactName ?? "", draft?.Mail ?? "", draft?.Phone ?? "");

    /// <summary>What was ticked among the suggestions and stands in no row.</summary>
    public static IReadOnlyList<string> Ticked(this FormState form) =>
        [.. form.All("node").Distinct().Where(code => code.Length is > 0 and < 40 && Enumerable.Range(0, ReadOffer.MostLinks).All(i => form[$"link-{i}"].Trim() != code)).Take(ReadOffer.MostLinks)];

    /// <summary>The rows as they stand; what was ticked takes those that are empty, and further ones.</summary>
    private static List<OfferTyped.LinkTyped> Links(FormState form)
    {
        var rows = Enumerable.Range(0, ReadOffer.MostLinks).Select(i => new OfferTyped.LinkTyped(form[$"link-{i}"].Trim(), form[$"share-{i}"].Trim())).ToList();
        foreach (var code in form.Ticked())
        {
            var free = rows.FindIndex(r => (r.Code + r.Share).Length == 0);
            if (free >= 0)
            {
                rows[free] = new(code, "");
            }
        }

        return rows;
    }
}
