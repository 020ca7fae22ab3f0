using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vridlo.Testing;

/// <summary>A program that asks the open interface, with a token or without.</summary>
public sealed class Machine(Site site, string? token)
{
    public async Task<(HttpStatusCode Status, JsonElement Body)> Ask(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var content = body switch
        {
            null => null,
            HttpContent ready => ready,
            _ => JsonContent.Create(body),
        };
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await site.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body, string? key = null) => Ask(HttpMethod.Post, path, body, key);

    public Task<(HttpStatusCode Status, JsonElement Body)> Put(string path, object body, string? key = null) => Ask(HttpMethod.Put, path, body, key);

    /// <summary>What an address answers; anything but success is a failure.</summary>
    public async Task<JsonElement> Done(HttpMethod method, string path, object? body = null)
    {
        var (status, answer) = await Ask(method, path, body);
        return (int)status < 300 ? answer : throw new InvalidOperationException($"{method} {path} answers {(int)status}: {answer}");
    }

    /// <inheritdoc cref="Done(HttpMethod, string, object?)"/>
    public Task<JsonElement> Read(string path) => Done(HttpMethod.Get, path);
}

/// <summary>Programs of people of the office.</summary>
public static class Machines
{
    /// <summary>A program with a token of the worker for these rights.</summary>
    public static async Task<Machine> Machine(this Worker worker, Site site, params string[] rights)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "stroj", ["days"] = "30", ["rights"] = string.Join('\u0001', rights) });
        return new(site, (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent);
    }
}
