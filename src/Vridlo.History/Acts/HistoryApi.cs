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
        var acts = api.MapGroup("/history").Right(HistoryModule.Right);
        acts.MapGet("", async (HttpContext context, ListActs list, CancellationToken stop) => await (await list.Source(stop)).Answer(context, Shape))
            .Described<ApiPage<ActAnswer>>("history.list", csv: true, paged: true, filters: ["who", "kind", "from", "to", "thing"]);
        acts.MapPost("/{act:guid}/undo", async (Guid act, ApiBody<UndoWanted> body, UndoAct undo, AppDb db, CancellationToken stop) =>
                (await undo.Run(act, body.Value.Why, stop)).Answer(_ => new UndoneAnswer(act, db.Written!.Id)))
            .Writes<UndoWanted, UndoneAnswer>("history.undo", examples: ("act", "0199f0a0-0000-7000-8000-000000000000"));
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

/// <summary>Why an act is to be undone.</summary>
internal sealed record UndoWanted(string Why = "");

/// <summary>An act that has been undone, and the act that did it.</summary>
public sealed record UndoneAnswer(Guid Act, Guid By);
