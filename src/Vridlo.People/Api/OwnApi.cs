using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.People.Own;
using Vridlo.People.Staff;
using Vridlo.People.Tokens;
using Vridlo.People.Views;

namespace Vridlo.People.Api;

/// <summary>One's own account in the open interface, as far as a program can need it: no passwords and no passkeys.</summary>
internal static class OwnApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me").Right(PeopleRights.Own);
        own.MapGet("", (Asker asker, AnswerWithPerson answer, CancellationToken stop) => answer.One(asker.Person!.Id, stop)).Described<PersonAnswer>("me.one");
        own.MapPut("", async (ApiBody<OwnProfile> body, ChangeOwn change, Asker asker, AnswerWithPerson answer, CancellationToken stop) => await answer.Now(
                await change.Profile(body.Value.Name.Trim(), body.Value.Language, stop), asker.Person!.Id, stop))
            .Writes<OwnProfile, PersonAnswer>("me.change");
        own.MapGet("/data", async (Asker asker, HeldAboutPerson held, CancellationToken stop) => (await held.Run(asker.Person!.Id, stop)).Answer(found => found))
            .Described<IReadOnlyDictionary<string, object>>("me.data");

        own.MapGet("/sessions", async (ReadOwn read, CancellationToken stop) => Results.Json(await read.Sessions(stop), ApiJson.Options))
            .Described<IReadOnlyList<SessionListed>>("me.sessions");
        own.MapPost("/sessions/ending", EndSessions).Writes<EndedSession, IReadOnlyList<SessionListed>>("me.end-sessions");

        own.MapGet("/tokens", ListTokens).Described<IReadOnlyList<TokenAnswer>>("me.tokens");
        own.MapPost("/tokens", Make).Writes<NewToken, TokenMade>("me.make-token", StatusCodes.Status201Created);
        own.MapDelete("/tokens/{id:guid}", async (Guid id, MakeToken make, ReadOwn read, CancellationToken stop) =>
                await make.Revoke(new(id), stop) is { Ok: false } refused ? refused.Problems.Answer() : await ListTokens(read, stop))
            .Writes<IReadOnlyList<TokenAnswer>>("me.revoke-token", examples: PeopleApi.Id);

        own.MapGet("/views", async (SavedViews views, CancellationToken stop) => Results.Json((IReadOnlyList<ViewAnswer>)[.. (await views.All(stop)).Select(Shape)], ApiJson.Options))
            .Described<IReadOnlyList<ViewAnswer>>("me.views");
        own.MapPost("/views", async (ApiBody<NewView> body, SavedViews views, CancellationToken stop) =>
                (await views.Save(body.Value.Name.Trim(), body.Value.Address, body.Value.Shared, stop)).Answer(v => Results.Json(Shape(v), ApiJson.Options, statusCode: StatusCodes.Status201Created)))
            .Writes<NewView, ViewAnswer>("me.save-view", StatusCodes.Status201Created);
        own.MapDelete("/views/{id:guid}", async (Guid id, SavedViews views, CancellationToken stop) =>
                await views.Remove(id, stop) is { Ok: false } refused ? refused.Problems.Answer() : Results.Json((IReadOnlyList<ViewAnswer>)[.. (await views.All(stop)).Select(Shape)], ApiJson.Options))
            .Writes<IReadOnlyList<ViewAnswer>>("me.remove-view", examples: PeopleApi.Id);
    }

    private static async Task<IResult> EndSessions(ApiBody<EndedSession> body, ChangeOwn change, ReadOwn read, CancellationToken stop) =>
        await change.EndSession(body.Value.Only, null, stop) is { Ok: false } refused ? refused.Problems.Answer() : Results.Json(await read.Sessions(stop), ApiJson.Options);

    private static async Task<IResult> ListTokens(ReadOwn read, CancellationToken stop) => Results.Json(
        (IReadOnlyList<TokenAnswer>)[.. (await read.Tokens(stop)).Select(t => new TokenAnswer(t.Id.Value, t.Name, t.Rights.Split(' '), t.Since, t.Until, t.Revoked))], ApiJson.Options);

    /// <summary>A token makes none that does more than it does, or lasts longer.</summary>
    private static async Task<IResult> Make(ApiBody<NewToken> body, MakeToken make, ClaimsPrincipal shown, CancellationToken stop)
    {
        var until = InstantPattern.ExtendedIso.Parse(shown.FindFirstValue(TokenSignIn.Until) ?? "");
        return (await make.Run(new(body.Value.Name.Trim(), body.Value.Days, body.Value.Rights, until.Success ? until.Value : null), stop))
            .Answer(token => Results.Json(new TokenMade(token), ApiJson.Options, statusCode: StatusCodes.Status201Created));
    }

    private static ViewAnswer Shape(SavedView view) => new(view.Id, view.Name, view.Path + view.Query, view.SharedAt is not null);
}
