using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Core.Api;

/// <summary>
/// A request that is sent again under the same <c>Idempotency-Key</c> within a day does nothing twice and is answered as it was the
/// first time. Keys are each person's own, and each address's; what was refused may be sent again.
/// </summary>
internal static class ApiReceipt
{
    private const int LongestKey = 200;

    /// <summary>Stands for an answer that must not be kept.</summary>
    private const string NotKept = "-";

    public static async ValueTask<object?> Once(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var context = asked.HttpContext;
        if (!context.Request.Headers.TryGetValue(ApiRepeatable.Header, out var given))
        {
            return await next(asked);
        }

        var key = given.ToString();
        if (key.Length is 0 or > LongestKey)
        {
            return Problem.Invalid("api.repeat.key-wrong", null, LongestKey).Answer();
        }

        var number = Number(context, key);
        if (!await In(context, receipts => receipts.Claim(number, context.RequestAborted)))
        {
            return await In(context, receipts => receipts.Led(number, context.RequestAborted)) switch
            {
                NotKept => Problem.Conflict("api.repeat.shown-once").Answer(),
                { Length: > 0 } first => Again(first),
                _ => Problem.Conflict("api.repeat.under-way").Answer(),
            };
        }

        string? done = null;
        try
        {
            var answer = await next(asked);
            done = Said(answer);
            return answer;
        }
        finally
        {
            await In(context, receipts => done is null ? receipts.Forget(number) : receipts.Done(number, done));
        }
    }

    /// <summary>The key as a receipt's number.</summary>
    private static Guid Number(HttpContext context, string key)
    {
        var who = context.RequestServices.GetRequiredService<Asker>().Person?.Id.Value;
        var text = string.Join('\n', who, context.Request.Method, context.Request.PathBase + context.Request.Path, key);
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>Status and body of a success as they are kept; null of a refusal.</summary>
    private static string? Said(object? answer) => answer is IValueHttpResult { Value: IShownOnce } ? NotKept
        : answer is IValueHttpResult { Value: var value } and IStatusCodeHttpResult { StatusCode: var status } && status is null or < 300
        ? string.Create(CultureInfo.InvariantCulture, $"{(answer as IStatusCodeHttpResult)?.StatusCode ?? 200} {JsonSerializer.Serialize((answer as IValueHttpResult)?.Value, ApiJson.Options)}")
        : null;

    private static IResult Again(string first)
    {
        var space = first.IndexOf(' ', StringComparison.Ordinal);
        return Results.Text(first[(space + 1)..], "application/json", Encoding.UTF8, int.Parse(first.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>Apart from the request's own unit of work.</summary>
    private static async Task<T> In<T>(HttpContext context, Func<FormReceipts, Task<T>> work)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<FormReceipts>());
    }
}
