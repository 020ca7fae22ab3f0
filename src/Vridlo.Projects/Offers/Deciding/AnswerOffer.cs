using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Projects.Editing;
using Vridlo.Projects.Offers.Letters;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Showing;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>Answers an offer without making a project of it: asks for more, merges it with a project that is there, or declines it.</summary>
internal sealed class AnswerOffer(AppDb db, OpenOffer open, ReadOne projects, SaveProject save, ToOfferer letters, Asker asker, IClock clock)
{
    public const string Asked = "projects.offer-asked", Merged = "projects.offer-merged", Declined = "projects.offer-declined";

    public const int LongestWhy = 2000;

    /// <summary>Gives it back with a question; whoever offers it can mend it and send it again.</summary>
    /// <returns>the new version</returns>
    public Task<Result<int>> Ask(OfferId id, int version, string question, CancellationToken stop) => Answered(id, version, question, "question", Asked, opened =>
    {
        opened.Offer.Stage = OfferStage.MoreAsked;
        letters.Asked(opened.Draft, opened.Offer);
    }, stop);

    /// <summary>Declines it with a reason.</summary>
    /// <returns>the new version</returns>
    public Task<Result<int>> Decline(OfferId id, int version, string why, CancellationToken stop) => Answered(id, version, why, "declineWhy", Declined, opened =>
    {
        (opened.Offer.Stage, opened.Offer.ClosedOn) = (OfferStage.Declined, Today);
        letters.Declined(opened.Draft, opened.Offer);
    }, stop);

    /// <summary>Merges it with a project: the offer points at it, and the project takes the fields that are named (<see cref="TakeOver.Fields"/>).</summary>
    /// <returns>the new version of the offer</returns>
    public async Task<Result<int>> Merge(OfferId id, int version, string project, IReadOnlyCollection<string> taken, string why, CancellationToken stop)
    {
        if (await projects.ByCode(project.Trim(), stop) is not { } into)
        {
            return Problem.Invalid("projects.unknown", "project");
        }

        return taken.Except(TakeOver.Fields).FirstOrDefault() is { } unknown ? Problem.Invalid("projects.offers.take-unknown", "take", unknown)
            : await Answered(id, version, why, "mergeWhy", Merged, async opened =>
            {
                (opened.Offer.Stage, opened.Offer.ClosedOn, opened.Offer.ProjectId) = (OfferStage.Merged, Today, into.Project.Id);
                letters.Merged(opened.Draft, opened.Offer, into.Project.Title);
                var altered = taken.Count == 0 ? null : await save.Alter(into.Project.Id, into.Project.Version, await TakeOver.Of(into, opened.Offer, opened.Links, taken, stop), Language.Cs, stop);
                return altered?.Problems ?? [];
            }, stop);
    }

    private LocalDate Today => clock.Today();

    private Task<Result<int>> Answered(OfferId id, int version, string words, string field, string act, Action<Opened> decide, CancellationToken stop) => Answered(id, version, words, field, act, opened =>
    {
        decide(opened);
        return Task.FromResult<IReadOnlyList<Problem>>([]);
    }, stop);

    private async Task<Result<int>> Answered(OfferId id, int version, string words, string field, string act, Func<Opened, Task<IReadOnlyList<Problem>>> decide, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var opened = await open.Run(id, version, stop);
        if (!opened.Ok)
        {
            return opened.Problems.ToArray();
        }

        var form = new FieldsRead("projects.why-missing", "projects.text-long");
        form.Text(words, field, LongestWhy);
        if (form.Problems.Count > 0)
        {
            return form.Problems.ToArray();
        }

        var offer = opened.Value.Offer;
        (offer.Answer, offer.Version) = (words.Trim(), offer.Version + 1);
        var refused = await decide(opened.Value);
        return refused.Count > 0 ? refused.Select(p => p with { Field = null }).ToArray()
            : await db.Commit(asker.Act(act, words.Trim()), stop) ? offer.Version : Problem.Conflict("projects.offers.decided-meanwhile");
    }
}
