using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Core.Api;
using Vridlo.Programmes.Drafting.Editing;

namespace Vridlo.Programmes.Drafting.Api;

/// <summary>What measures of a draft need, in the open interface.</summary>
internal static class DraftNeedsApi
{
    private static (string, string)[] Which => [DraftsApi.Id, ("key", "8.2-1")];

    public static void Map(RouteGroupBuilder edit)
    {
        edit.MapPut("/{id:guid}/needs/{key}", Set).Writes<SaidNeed, DraftNeedAnswer>("drafts.need", examples: Which);
        edit.MapDelete("/{id:guid}/needs/{key}", Drop).Writes<DroppedAnswer>("drafts.drop-need", examples: Which);
    }

    private static async Task<IResult> Set(Guid id, string key, ApiBody<SaidNeed> body, SetNeed set, AnswerWithDraft answer, CancellationToken stop)
    {
        var b = body.Value;
        var said = new SetNeed.Need(b.Kind, b.Title, b.Activities.Nodes(), b.Assess, b.Signup, b.Restricted, b.MetBy);
        return await answer.Need(await set.Run(new(new(id), key, b.Version, new(b.Measure), said), answer.Act(DraftActs.Need, b.Why), stop), id, key, stop);
    }

    private static async Task<IResult> Drop(Guid id, string key, int version, DropNeed drop, AnswerWithDraft answer, CancellationToken stop, string why = "")
    {
        var done = await drop.Run(new(new(id), key, version), answer.Act(DraftActs.DropNeed, why), stop);
        return done.Ok ? Results.Json(new DroppedAnswer([], [done.Value], []), ApiJson.Options) : await answer.Need(done, id, key, stop);
    }
}
