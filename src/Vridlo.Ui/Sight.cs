using Microsoft.AspNetCore.Http;

namespace Vridlo.Ui;

/// <summary>
/// Whether anybody will see what is rendered. A page that has been sent a form is rendered once to find the form in it, and again only
/// when the form is refused; most lead elsewhere, and what was loaded beside them was loaded in vain.
/// </summary>
public sealed class Sight(IHttpContextAccessor http)
{
    private readonly List<Func<Task>> waiting = [];
    private bool opened;

    private bool IsSeen => opened || http.HttpContext is not { Request.Method: var method } || !HttpMethods.IsPost(method);

    /// <summary>Loads now when it will be seen, or when it turns out that it will be.</summary>
    /// <param name="load">loads</param>
    /// <param name="again">shows again what was shown without it</param>
    public Task WhenSeen(Func<Task> load, Action again)
    {
        if (IsSeen)
        {
            return load();
        }

        waiting.Add(async () =>
        {
            await load();
            again();
        });
        return Task.CompletedTask;
    }

    /// <summary>Called when a form has been handled: unless it leads elsewhere, the page is seen now.</summary>
    internal async Task Open()
    {
        if (opened || http.HttpContext is { Response.StatusCode: >= 300 and < 400 })
        {
            return;
        }

        opened = true;
        foreach (var load in waiting)
        {
            await load();
        }
    }
}
