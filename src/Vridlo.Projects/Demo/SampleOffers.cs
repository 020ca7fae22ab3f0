using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;
using Vridlo.Core.Samples;
using Vridlo.Projects.Offers;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Offers.Sending;
using Vridlo.Projects.Offers.Writing;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Demo;

/// <summary>What lies in the office's tray of offered intents: some wait, one too long, some were answered; without contacts, so that nobody is written to.</summary>
internal static class SampleOffers
{
    private const string Why = "Ukázková data";

    /// <summary>Where each stands, the earliest first, and what the office said.</summary>
    private static readonly IReadOnlyList<(OfferStage Stage, string Answer)> All =
    [
        (OfferStage.Merged, "Stejný záměr už kraj sleduje jako projekt."),
        (OfferStage.Declined, "Záměr nenaplňuje žádné opatření programu; doporučujeme dotační program obnovy venkova."),
        (OfferStage.Received, ""),
        (OfferStage.MoreAsked, "Doplňte prosím, komu patří dotčené pozemky."),
        (OfferStage.Received, ""),
        (OfferStage.MoreAsked, "Rozepište prosím náklady po letech."),
        (OfferStage.Received, ""),
        (OfferStage.Received, ""),
    ];

    public static IEnumerable<SampleStep> Steps(SampleYear year) => All.Select((_, i) => (SampleStep)((unit, stop) => Offered(i, year, unit, stop)));

    private static async Task<Problem?> Offered(int i, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var (chance, known, days) = (year.Chance($"offer-{i}"), await SampleKnown.Read(unit, stop), unit.Get<OfferSettings>().Days);
        if (known.Areas.Count == 0)
        {
            return null;
        }

        var ((area, nodes), (stage, answer)) = (known.Areas[(i * 4) % known.Areas.Count], All[i]);
        var project = stage is OfferStage.Merged ? await unit.Get<AppDb>().Set<Project>().Where(p => p.Stage == Stage.Intent && p.Place != null).OrderBy(p => p.Number).FirstOrDefaultAsync(stop) : null;
        var (theme, node) = (SampleTheme.Of(area), chance.Of(nodes));
        var place = known.Places.FirstOrDefault(p => p.Code == project?.Place) ?? chance.Of(known.Towns.Count > 0 ? known.Towns : known.Places);
        var bearer = known.Bearer(theme, place.Code, chance) is { Number: not null } fitting ? fitting : chance.Of(known.Numbered);

        // The one that has waited longest is late.
        var received = year.Day.PlusDays(-Math.Max(1, days + 6 - (Math.Max(0, i - 2) * 5)) - (stage is OfferStage.Merged or OfferStage.Declined ? 40 : 0));
        var starts = new LocalDate(year.Day.Year + 1, chance.Between(1, 9), 1);
        var title = project?.Title ?? $"{theme.Titles[i % theme.Titles.Count]} – {place.Name}";
        var offer = new Offer
        {
            Id = new(year.Chance($"offer-{i}-id").Id()), Number = i + 1, Title = title, Sought = Folding.Fold($"{Offer.CodeOf(i + 1)} {title} {bearer.Name}"),
            BearerName = bearer.Name, CompanyNumber = bearer.Number!, Place = place.Code,
            Description = $"{title}. Ukázkový záměr, jeho obsah je smyšlený.", Need = "Místní obyvatelé dnes takovou službu nemají.", Starts = starts, Ends = starts.PlusMonths(chance.Between(8, 30)),
            Documents = Readiness.Begun, Permits = Readiness.Open, Land = chance.OneIn(2) ? Readiness.Met : Readiness.Begun, Finance = Readiness.Open, Language = Language.Cs,
            Stage = stage, ReceivedOn = received, Due = received.PlusDays(days), ClosedOn = stage is OfferStage.Merged or OfferStage.Declined ? received.PlusDays(days / 2) : null,
            Answer = answer, ProjectId = project?.Id, Version = 1,
        };
        var cost = new OfferCost { OfferId = offer.Id, Number = 1, Year = starts.Year, Source = "rozpočet obce a dotace", Amount = chance.Between(theme.Low, theme.High) * 100_000_000L, Currency = Currency.Czk };
        var db = unit.Get<AppDb>();
        db.AddRange(offer, Draft(offer, node, cost), new OfferLink { OfferId = offer.Id, Number = 1, Code = node.Code, Share = 10_000 }, cost);
        return await unit.Count().Commit(new(Actor.Anybody, EnterOffer.Act, Why), stop) ? null : Problem.Conflict("samples.meanwhile");
    }

    /// <summary>What was typed, so that an offer which was given back can be gone on with; nobody is named in it.</summary>
    private static OfferDraft Draft(Offer offer, Node node, OfferCost cost)
    {
        var (at, sum) = (offer.ReceivedOn.AtStartOfDayInZone(DateText.Zone).ToInstant(), (cost.Amount / 100).ToString(CultureInfo.InvariantCulture));
        var typed = new OfferTyped
        {
            Organisation = offer.BearerName, CompanyNumber = offer.CompanyNumber, Title = offer.Title, Description = offer.Description, Need = offer.Need, Place = offer.Place,
            Links = [new(node.Code, "100")], Costs = [new($"{cost.Year}", cost.Source, sum)], Starts = SampleParts.Typed(offer.Starts!.Value), Ends = SampleParts.Typed(offer.Ends!.Value),
            Documents = $"{offer.Documents}", Permits = $"{offer.Permits}", Land = $"{offer.Land}", Finance = $"{offer.Finance}",
        };
        return new()
        {
            Id = offer.Id, Typed = typed.Json(), ContactName = "", Mail = "", MailKey = "", Phone = "", ConfirmedKey = "", Language = offer.Language,
            Reached = (int)OfferStep.Check, MadeAt = at, SavedAt = at, ConfirmHash = "", Letters = 0, Version = 1,
        };
    }
}
