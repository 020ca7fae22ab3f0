using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Funds;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Parts;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>
/// Makes a project of an offer, in one commit: an intent with its bearer, place, links and shares, readiness and contact. Its costs go into the
/// plan where the officer says from which fund; where not they stay with the offer, for the ledger of money knows only funds.
/// </summary>
internal sealed class AcceptOffer(AppDb db, OpenOffer open, SaveProject projects, IMoneyLedger money, ProjectAccess access, ToOfferer letters, Asker asker, IClock clock)
{
    public const string Act = "projects.offer-accepted";

    private LocalDate Today => clock.Today();

    /// <param name="Offer">the offer</param>
    /// <param name="Version">the version that was seen</param>
    /// <param name="Why">a note for colleagues, which stands in the record and nowhere else; may be empty</param>
    /// <param name="Funds">code of the fund by number of the cost; those that are left out are not planned</param>
    internal sealed record Command(OfferId Offer, int Version, string Why, IReadOnlyDictionary<int, string> Funds);

    /// <returns>code of the project</returns>
    public async Task<Result<string>> Run(Command command, CancellationToken stop)
    {
        for (var left = SaveProject.MostTries; ; left--)
        {
            var accepted = await Once(command, stop);
            if (left == 0 || accepted.Ok || !SaveProject.Collided(accepted.Problems[0]))
            {
                return accepted;
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result<string>> Once(Command command, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var opened = await open.Run(command.Offer, command.Version, stop);
        if (!opened.Ok)
        {
            return opened.Problems.ToArray();
        }

        if (command.Why.Length > AnswerOffer.LongestWhy)
        {
            return Problem.Invalid("projects.text-long", "acceptWhy", AnswerOffer.LongestWhy);
        }

        var (offer, draft) = (opened.Value.Offer, opened.Value.Draft);
        var made = await projects.Put(TakeOver.Typed(offer, opened.Value.Links), Language.Cs, stop);
        if (!made.Ok)
        {
            return made.Problems.Select(p => p with { Field = null }).ToArray();
        }

        var project = made.Value;
        if (draft.ContactName.Length > 0)
        {
            db.Add(new Contact { ProjectId = project.Id, Number = 1, Name = draft.ContactName, Mail = draft.Mail, Phone = draft.Phone });
        }

        var planned = await Plan(offer, project, command, stop);
        if (!planned.Ok)
        {
            return planned.Problems.ToArray();
        }

        (offer.Stage, offer.ClosedOn, offer.ProjectId, offer.Answer) = (OfferStage.Accepted, Today, project.Id, "");
        offer.Version++;
        letters.Accepted(draft, offer, project.Code);

        // Somebody has taken the number, or has decided the offer, which the next try finds.
        return await db.Commit(asker.Act(Act, command.Why.Trim()), stop) ? project.Code : Problem.Conflict(SaveProject.NumberTaken);
    }

    private async Task<Result<int>> Plan(Offer offer, Project project, Command command, CancellationToken stop)
    {
        if (command.Funds.Count == 0)
        {
            return 0;
        }

        if (!await access.May(ProjectRights.Money, project.Id, stop))
        {
            return Problem.Forbidden("projects.may-not-enter-money");
        }

        var costs = await db.Set<OfferCost>().AsNoTracking().Where(c => c.OfferId == offer.Id).ToListAsync(stop);
        var (funds, sums) = (await money.Funds.ToDictionaryAsync(f => f.Code, stop), new List<PlannedSum>());
        foreach (var (number, code) in command.Funds)
        {
            if (costs.Find(c => c.Number == number) is not { } cost || !funds.TryGetValue(code.Trim(), out var fund) || fund.Currency != cost.Currency)
            {
                return Problem.Invalid("projects.fund-unknown", $"fund-{number}");
            }

            sums.Add(new(fund.Id, cost.Year, cost.Sum));
        }

        return await money.Plan(project.Id, [.. sums.GroupBy(s => (s.Fund, s.Year)).Select(g => new PlannedSum(g.Key.Fund, g.Key.Year, g.Select(s => s.Amount).Aggregate((a, b) => a + b)))], Today, offer.Code, stop);
    }
}
