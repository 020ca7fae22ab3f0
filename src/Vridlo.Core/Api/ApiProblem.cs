using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;

namespace Vridlo.Core.Api;

/// <summary>A refusal of the open interface (RFC 9457), sent as <c>application/problem+json</c>.</summary>
/// <param name="Type">address that names the kind of problem: <c>/problems/{code}</c></param>
/// <param name="Title">what sort of refusal it is, in the language asked for</param>
/// <param name="Status">the HTTP status</param>
/// <param name="Code">stable code, never renamed</param>
/// <param name="Detail">what is wrong here and how to mend it, in the language asked for</param>
/// <param name="Instance">the address that was asked</param>
/// <param name="Errors">every single problem, when parameters are wrong</param>
/// <param name="Number">the number under which a failure of ours is in the log</param>
/// <param name="Current">the thing as it is now, when somebody has changed it since it was read</param>
public sealed record ApiProblem(
    string Type, string Title, int Status, string Code, string Detail, string Instance, IReadOnlyList<ApiError>? Errors = null, string? Number = null, object? Current = null)
{
    /// <summary>The media type of refusals.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = ApiJson.Set(new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    /// <summary>Answers with the problems; the status is that of the first.</summary>
    public static Task Write(HttpContext context, IReadOnlyList<Problem> problems) => Write(context, problems, null);

    /// <summary>Answers with the problems and with the thing as it is now.</summary>
    internal static Task Write(HttpContext context, IReadOnlyList<Problem> problems, object? current) => Write(context, StatusOf(problems[0]), problems, null, current);

    /// <summary>Answers with a status that the host itself gives, such as 405.</summary>
    public static Task Write(HttpContext context, int status, string code, string? number = null) =>
        Write(context, status, [new(ProblemKind.Invalid, code)], number);

    /// <summary>Answers with one problem under a status of its own, such as 413.</summary>
    internal static Task Write(HttpContext context, int status, Problem problem) => Write(context, status, [problem], null);

    private static Task Write(HttpContext context, int status, IReadOnlyList<Problem> problems, string? number, object? current = null)
    {
        var t = context.RequestServices.GetRequiredService<TextCatalogue>().In(ApiLanguage.Of(context.Request));
        var first = problems[0];
        var errors = problems.Where(p => p.Field is not null).Select(p => new ApiError(p.Field!, p.Code, t[p])).ToList();
        var problem = new ApiProblem(
            "/problems/" + first.Code,
            t.Has($"api.status.{status}") ? t[$"api.status.{status}"] : t["api.status.500"],
            status,
            first.Code,
            t[first],
            UriHelper.GetEncodedPathAndQuery(context.Request),
            errors.Count > 0 ? errors : null,
            number,
            current);
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = default;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = t.Language.Code();
        return context.Response.WriteAsJsonAsync(problem, Json, MediaType, context.RequestAborted);
    }

    private static int StatusOf(Problem problem) => problem.Kind switch
    {
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>One wrong parameter.</summary>
/// <param name="Field">name of the parameter</param>
/// <param name="Code">stable code of the problem</param>
/// <param name="Message">what is wrong, in the language asked for</param>
public sealed record ApiError(string Field, string Code, string Message);

/// <summary>Turns results into answers.</summary>
public static class ApiAnswers
{
    /// <summary>A refusal.</summary>
    public static IResult Answer(this Problem problem) => new Refusal([problem]);

    /// <summary>A refusal for several reasons; at least one.</summary>
    public static IResult Answer(this IReadOnlyList<Problem> problems) => new Refusal(problems);

    /// <summary>A refusal with the thing as it is now (<c>current</c>), so that whoever was late sees what the other has written.</summary>
    public static IResult Answer(this IReadOnlyList<Problem> problems, object? current) => new Refusal(problems, current);

    /// <summary>The value, shaped by <paramref name="shape"/>, or the refusal.</summary>
    public static IResult Answer<T>(this Result<T> result, Func<T, object> shape) =>
        result.Ok ? shape(result.Value) is IResult answer ? answer : Results.Json(shape(result.Value), ApiJson.Options) : new Refusal(result.Problems);

    /// <summary>A refusal of what could not be read.</summary>
    internal static IResult Answer(this ApiBodyRefusal refused) => new Unread(refused);

    private sealed class Refusal(IReadOnlyList<Problem> problems, object? current = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ApiProblem.Write(httpContext, problems, current);
    }

    private sealed class Unread(ApiBodyRefusal refused) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ApiProblem.Write(httpContext, refused.Status, refused.Problem);
    }
}

/// <summary>How the open interface writes JSON.</summary>
public static class ApiJson
{
    /// <summary>camelCase names, members of enumerations as camelCase words, moments and days as ISO 8601 writes them, letters of every script as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Set(new(JsonSerializerDefaults.Web));

    /// <summary>Sets options the same way.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new LocalDateJson());
        return options;
    }
}
