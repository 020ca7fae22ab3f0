using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Projects.Offers.Contacts;
using Vridlo.Projects.Offers.Deciding;
using Vridlo.Projects.Offers.Duplicates;
using Vridlo.Projects.Offers.Lists;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Api;

/// <summary>An offer. Whom to ask about it is in no answer.</summary>
internal sealed record OfferAnswer(
    string Code, string Title, OfferStage Stage, string Bearer, string BearerNumber, string Place, string ReceivedOn, string Due, string? Project);

/// <summary>An offer with what may be decided of it: its version, and what it may be the same as. Shares are in per cent, sums in their currency.</summary>
internal sealed record OfferOneAnswer(
    string Code, string Title, OfferStage Stage, string Bearer, string BearerNumber, string Place, string Description, string Need, string? Starts, string? Ends,
    IReadOnlyList<LinkBody> Links, IReadOnlyList<OfferCostAnswer> Costs, IReadOnlyList<DuplicateAnswer> Duplicates, string Answer, string? Project, int Version);

/// <summary>What an offer is to cost in a year; the number names it when the offer is accepted.</summary>
internal sealed record OfferCostAnswer(int Number, int Year, string Source, decimal Sum, Currency Currency);

/// <summary>A project or offer that may be the same, and why: how alike the names are from 0 to 1, whether bearer and place are the same.</summary>
internal sealed record DuplicateAnswer(string Code, string Title, double Name, bool SameBearer, bool SamePlace);

/// <summary>That an offer is accepted, of the version that was seen; a fund for each cost that is to be planned, by its number.</summary>
internal sealed record AcceptOfferBody(int Version, string Why = "", IReadOnlyDictionary<int, string>? Funds = null);

/// <summary>What is asked, or why it is declined, of the version that was seen.</summary>
internal sealed record AnswerBody(int Version, string Why);

/// <summary>The project with which an offer is merged and why, of the version that was seen; names of the fields that the project takes from it.</summary>
internal sealed record MergeBody(int Version, string Project, string Why, IReadOnlyList<string>? Take = null);

/// <summary>Whether it is done.</summary>
internal sealed record ErasedAnswer(bool Erased);

/// <summary>Offers of intents in the open interface, for those who decide them. Offering is for people: it is confirmed by mail.</summary>
internal static class OffersApi
{
    private static readonly (string, string) Code = ("code", "N-0001");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/projects/offers", (HttpContext context, ListOffers offers) => offers.Source().Answer(context, Shape))
            .Right(ProjectRights.Offers).Described<ApiPage<OfferAnswer>>("offers.list", csv: true, paged: true, filters: ["q", "stage", "bearer", "place", "project"]);
        api.MapGet("/projects/offers/{code}", One).Right(ProjectRights.Offers).Described<OfferOneAnswer>("offers.one", examples: Code);
        api.MapPost("/projects/offers/{code}/acceptance", (string code, ApiBody<AcceptOfferBody> body, AcceptOffer accept, ReadOneOffer read, CancellationToken stop) =>
                Of(read, code, async id => (await accept.Run(new(id, body.Value.Version, body.Value.Why, body.Value.Funds ?? new Dictionary<int, string>()), stop))
                    .Answer(made => Results.Json(new EnteredAnswer(made), ApiJson.Options, statusCode: StatusCodes.Status201Created)), stop))
            .Right(ProjectRights.Offers).Writes<AcceptOfferBody, EnteredAnswer>("offers.accept", StatusCodes.Status201Created, Code);
        api.MapPost("/projects/offers/{code}/question", (string code, ApiBody<AnswerBody> body, AnswerOffer answer, ReadOneOffer read, CancellationToken stop) =>
                Of(read, code, async id => (await answer.Ask(id, body.Value.Version, body.Value.Why, stop)).Answer(v => new VersionAnswer(v)), stop))
            .Right(ProjectRights.Offers).Writes<AnswerBody, VersionAnswer>("offers.ask", examples: Code);
        api.MapPost("/projects/offers/{code}/merging", (string code, ApiBody<MergeBody> body, AnswerOffer answer, ReadOneOffer read, CancellationToken stop) =>
                Of(read, code, async id => (await answer.Merge(id, body.Value.Version, body.Value.Project, body.Value.Take ?? [], body.Value.Why, stop)).Answer(v => new VersionAnswer(v)), stop))
            .Right(ProjectRights.Offers).Writes<MergeBody, VersionAnswer>("offers.merge", examples: Code);
        api.MapPost("/projects/offers/{code}/declining", (string code, ApiBody<AnswerBody> body, AnswerOffer answer, ReadOneOffer read, CancellationToken stop) =>
                Of(read, code, async id => (await answer.Decline(id, body.Value.Version, body.Value.Why, stop)).Answer(v => new VersionAnswer(v)), stop))
            .Right(ProjectRights.Offers).Writes<AnswerBody, VersionAnswer>("offers.decline", examples: Code);
        api.MapDelete("/projects/offers/{code}/contact", (string code, EraseOfferContact erase, ReadOneOffer read, CancellationToken stop) =>
                Of(read, code, async id => (await erase.Run(id, stop)).Answer(done => new ErasedAnswer(done)), stop))
            .Right(ProjectRights.Offers).Writes<ErasedAnswer>("offers.erase-contact", examples: Code);
    }

    private static async Task<IResult> One(string code, ReadOneOffer read, FindDuplicates duplicates, CancellationToken stop)
    {
        if (await read.ByCode(code, stop) is not { Offer: var offer } shown)
        {
            return Problem.NotFound("projects.offers.unknown").Answer();
        }

        var alike = await duplicates.Of(offer, stop);
        return Results.Json(
            new OfferOneAnswer(
                offer.Code, offer.Title, offer.Stage, offer.BearerName, offer.CompanyNumber, offer.Place, offer.Description, offer.Need, Day(offer.Starts), Day(offer.Ends),
                [.. shown.Links.Select(l => new LinkBody(l.Link.Code, l.Link.Share / 100m))],
                [.. shown.Costs.Select(c => new OfferCostAnswer(c.Number, c.Year, c.Source, c.Amount / 100m, c.Currency))],
                [.. alike.Select(d => new DuplicateAnswer(d.Code, d.Title, Math.Round(d.Likeness.Name, 2), d.Likeness.SameBearer, d.Likeness.SamePlace))],
                offer.Answer, shown.Project is { } project ? Project.CodeOf(project.Number) : null, offer.Version),
            ApiJson.Options);
    }

    private static async Task<IResult> Of(ReadOneOffer read, string code, Func<OfferId, Task<IResult>> work, CancellationToken stop) =>
        await read.Id(code, stop) is { } found ? await work(found) : Problem.NotFound("projects.offers.unknown").Answer();

    private static OfferAnswer Shape(OfferListed o) => new(o.Code, o.Title, o.Stage, o.BearerName, o.CompanyNumber, o.Place, DateText.Iso(o.ReceivedOn), DateText.Iso(o.Due), o.Project);

    private static string? Day(NodaTime.LocalDate? day) => day is { } known ? DateText.Iso(known) : null;
}
