using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Integrity;
using Vridlo.Core.Lists;

namespace Vridlo.Web.Checks;

/// <summary>The checks of integrity in the open interface.</summary>
internal static class ChecksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var checks = api.MapGroup("/checks").Right(ChecksList.Right);
        checks.MapGet("", async (IIntegrity integrity, Texts t, CancellationToken stop) => Results.Json(await Listed(integrity, t, stop), ApiJson.Options))
            .Described<IReadOnlyList<CheckAnswer>>("checks.list");
        checks.MapGet("/findings", async (HttpContext context, IIntegrity integrity, Declarations declared) =>
                await new ListSource<FindingListed>(ChecksList.Of(declared.Checks), integrity.Findings).Answer(context, f => new FindingAnswer(f.Check, f.Severity, f.Subject, f.Path)))
            .Described<ApiPage<FindingAnswer>>("checks.findings", csv: true, paged: true, filters: ["severity", "check"]);
        checks.MapPost("/run", Run).Writes<IReadOnlyList<CheckAnswer>>("checks.run");
    }

    private static async Task<IResult> Run(IIntegrity integrity, Texts t, CancellationToken stop)
    {
        await integrity.Run(stop);
        return Results.Json(await Listed(integrity, t, stop), ApiJson.Options);
    }

    private static async Task<IReadOnlyList<CheckAnswer>> Listed(IIntegrity integrity, Texts t, CancellationToken stop) =>
        [.. (await integrity.Checks(stop)).Select(c => new CheckAnswer(c.Check.Key, t[c.Check.TitleKey], c.Check.Severity, c.RanAt, c.Found))];
}

/// <summary>A check with its last run.</summary>
internal sealed record CheckAnswer(string Key, string Title, Severity Severity, Instant? RanAt, int Found);

/// <summary>Something a check has found, and the page where it can be looked at.</summary>
internal sealed record FindingAnswer(string Check, Severity Severity, string Subject, string? Path);
