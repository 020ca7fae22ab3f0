using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.Web.Serving;

/// <summary>
/// A second press of a button does nothing twice: each form carries a number of its own. The first arrival claims it, and what
/// comes after is sent to where the first one led.
/// </summary>
internal sealed partial class Receipts(RequestDelegate next, IServiceScopeFactory scopes, IEngine engine, ILogger<Receipts> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task InvokeAsync(HttpContext context, Asker asker, IUnsentForms unsent)
    {
        if (!asker.IsKnown || !HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType
            || await context.Request.ReadFormAsync(context.RequestAborted) is not { } form || !Guid.TryParse(form["_receipt"], out var number))
        {
            await next(context);
            return;
        }

        // Apart from the request's own unit of work.
        await using var scope = scopes.CreateAsyncScope();
        var receipts = scope.ServiceProvider.GetRequiredService<FormReceipts>();
        if (await receipts.Claim(number, context.RequestAborted))
        {
            var done = false;
            try
            {
                await next(context);
                done = context.Response.StatusCode is >= 300 and < 400;
            }
            finally
            {
                await TidyUp(async () =>
                {
                    // What was refused may be sent again from the page that says why.
                    await (done ? receipts.Done(number, context.Response.Headers.Location.ToString()) : receipts.Forget(number));
                    if (done && asker.Person is { } person && Guid.TryParse(form["_typed"], out var typed))
                    {
                        await unsent.Accepted(typed, person.Id);
                    }
                });
            }

            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = await Led(receipts, number, context) ?? context.Request.PathBase + context.Request.Path + context.Request.QueryString;
    }

    /// <summary>The form has been handled and answered: that the database has gone away since, or has filled up, changes neither.</summary>
    private async Task TidyUp(Func<Task> tidy)
    {
        try
        {
            await tidy();
        }
        catch (Exception failure) when (engine.IsFull(failure) || engine.IsAway(failure))
        {
            Untidy(failure.GetBaseException().Message);
        }
    }

    private static async Task<string?> Led(FormReceipts receipts, Guid number, HttpContext context)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            if (await receipts.Led(number, context.RequestAborted) is { Length: > 0 } location)
            {
                return location;
            }

            await Task.Delay(100, context.RequestAborted);
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "A form was answered, but not put away: {Failure}")]
    private partial void Untidy(string failure);
}
