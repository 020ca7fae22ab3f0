using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.Core.History;
using Vridlo.Core.Undo;

namespace Vridlo.History.Acts;

/// <summary>The history for machines with a token, and undoing by them: the same list, the same rights, the same refusals as at the pages.</summary>
internal static class HistoryApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var acts = api.MapGroup("/history").Right(HistoryModule.Right).ExcludeFromDescription();
        acts.MapGet("", async (HttpContext context, ListActs list, CancellationToken stop) => await (await list.Source(stop)).Answer(context, Shape));
        acts.MapPost("/{act:guid}/undo", async (Guid act, HttpContext context, UndoAct undo, AppDb db, CancellationToken stop) =>
            await undo.Run(act, context.Request.Query["why"].ToString().Replace("\0", "", StringComparison.Ordinal), stop) is var done && done.Ok
                ? Results.Json(new UndoneAnswer(act, db.Written!.Id), ApiJson.Options)
                : done.Problems.Answer());
    }

    private static ActAnswer Shape(ActShown act) => new(
        act.Id, act.Sequence, DateText.Iso(act.At), act.ActorKind, act.ActorName, act.Kind, act.Why, act.Decision, act.Undone,
        [.. act.Changes.Select(c => new ChangeAnswer(c.Subject, c.Id, c.Before, c.After))]);
}

/// <summary>An act of the history.</summary>
public sealed record ActAnswer(
    Guid Id, long Sequence, string At, string ActorKind, string Actor, string Kind, string Why, string? Decision, bool Undone, IReadOnlyList<ChangeAnswer> Changes);

/// <summary>What an act changed in one thing: the changed values before and after, by column; before is null of a new thing, after of a removed one.</summary>
public sealed record ChangeAnswer(string Subject, string Id, IReadOnlyDictionary<string, JsonElement>? Before, IReadOnlyDictionary<string, JsonElement>? After);

/// <summary>An act that has been undone, and the act that did it.</summary>
public sealed record UndoneAnswer(Guid Act, Guid By);
