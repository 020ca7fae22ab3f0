using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.People.SignIn;
using Vridlo.Ui;

namespace Vridlo.People.Typing;

/// <summary>Where the pages save what is being typed, and where it is thrown away.</summary>
internal static class TypingEndpoints
{
    // A letter of text takes six of JSON at most.
    private const int LargestBody = 6 * KeepTyped.Largest;
    private const int Longest = 200;
    private const int LongestAddress = 2000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/prace/rozepsane/ulozene", Save).Right(Rights.SignedIn)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(LargestBody)).ExcludeFromDescription();
        endpoints.MapPost("/prace/rozepsane/{id:guid}/zahozeni", Drop).Right(Rights.SignedIn)
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> Save(HttpContext context, KeepTyped keep, IClock clock, Texts t)
    {
        if (await Read(context.Request) is not { } command)
        {
            return Results.BadRequest();
        }

        var done = await keep.Run(command, context.RequestAborted);
        if (done.Ok)
        {
            var saved = done.Value;
            return Results.Json(new { saved.Id, saved.Number, at = Written(saved.At), others = saved.Others.Select(o => new { o.Id, at = Written(o.At) }) });
        }

        return done.Problems[0] switch
        {
            // Nothing is wrong: what came late has been sent. Whoever types on begins anew.
            { Code: "people.typed.sent" } => Results.Json(new { id = Guid.CreateVersion7(), number = 0, sent = true }),
            { Kind: ProblemKind.Invalid } problem => Results.Json(new { said = t[problem] }, statusCode: StatusCodes.Status413PayloadTooLarge),
            { Kind: ProblemKind.Conflict } => Results.Conflict(),
            _ => Results.StatusCode(StatusCodes.Status403Forbidden),
        };

        string Written(Instant at) => DateText.Lately(at, clock.GetCurrentInstant(), t.Language);
    }

    private static async Task<IResult> Drop(HttpContext context, Guid id, Asker asker, IUnsentForms typed, Links to)
    {
        if (asker.Person is { } me)
        {
            await typed.Accepted(id, me.Id);
        }

        var back = context.Request.HasFormContentType ? SignInPerson.Local((await context.Request.ReadFormAsync(context.RequestAborted))["back"]) : null;
        return Results.LocalRedirect(to[back ?? "/prace/rozepsane"]);
    }

    private static async Task<KeepTyped.Command?> Read(HttpRequest request)
    {
        try
        {
            var sent = await JsonSerializer.DeserializeAsync<Sent>(request.Body, Json, request.HttpContext.RequestAborted);
            return sent is { Key: { Length: > 0 and <= Longest } key, Form: { Length: > 0 and <= Longest } form, Path: { Length: <= LongestAddress } path, Fields: { } fields }
                && Whole(key, form, path) && fields.All(f => f is [not null, not null]) && SignInPerson.Local(path) is { } local && sent.Id != Guid.Empty
                ? new(key, sent.Id, sent.Tab, sent.Turn, sent.Seen, Cut(sent.Basis), form, local, Cut(sent.Title) ?? "", InstantPattern.ExtendedIso.Parse(sent.Since ?? "") is { Success: true } since ? since.Value : Instant.MinValue,
                    TypedFields.Write(fields.Select(f => (f[0]!, f[1]!))))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Whole(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Any(char.IsControl))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without null characters, which PostgreSQL does not keep, and not longer than need be.</summary>
    private static string? Cut(string? text) => string.IsNullOrEmpty(text) ? null : new([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(Longest)]);

    private sealed record Sent(string? Key, Guid Id, Guid Tab, int Turn, int Seen, string? Basis, string? Form, string? Path, string? Title, string? Since, IReadOnlyList<string?[]>? Fields);
}
