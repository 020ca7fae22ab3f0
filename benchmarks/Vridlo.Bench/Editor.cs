using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Vridlo.Testing;

namespace Vridlo.Bench;

/// <summary>
/// One of those who edit at once, at a node of the draft that is theirs: of five writes two save the node's texts, two are the page's own
/// saving of what is being typed, and one is a comment through the open interface. One person does one thing after another.
/// </summary>
internal sealed class Editor : IDisposable
{
    private const string Paragraph =
        "Kraj podporuje obnovu a rozvoj lázeňských míst, údržbu veřejných prostranství a dostupnost služeb pro obyvatele i návštěvníky; "
        + "při tom dbá na ochranu přírodních léčivých zdrojů, na spolupráci obcí a na to, aby se výsledky daly změřit a byly veřejné. ";

    private readonly Worker worker;
    private readonly string page;
    private readonly string token;
    private readonly Dictionary<string, string> fields;
    private readonly Dictionary<string, string?> saving;
    private Task before = Task.CompletedTask;
    private Guid typed = Guid.CreateVersion7();
    private int seen;
    private int turns;

    private Editor(Worker worker, string page, string token, Dictionary<string, string> fields, Dictionary<string, string?> saving) =>
        (this.worker, this.page, this.token, this.fields, this.saving) = (worker, page, token, fields, saving);

    /// <summary>Opens the page of a node, and makes a token for comments.</summary>
    public static async Task<Editor> Open(Worker worker, string node)
    {
        using var made = await worker.Send("/prace/ja/klice", "token", new() { ["name"] = "bench", ["days"] = "1", ["rights"] = "discussion.comment" });
        var token = (await Worker.Read(made)).QuerySelector(".v-token")!.TextContent;
        var page = await worker.Page(node);
        var saving = page.QuerySelector("v-autosave")!.Attributes.Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal)).ToDictionary(a => a.Name[5..], a => (string?)a.Value);
        return new(worker, node, token, Worker.Filled(page, "texts", []).ToDictionary(), saving);
    }

    /// <summary>Writes once, after what this person wrote before.</summary>
    public Task Write(int number) => before = After(before, number);

    public void Dispose() => worker.Dispose();

    private async Task After(Task earlier, int number)
    {
        await earlier;
        fields["text"] = string.Create(CultureInfo.InvariantCulture, $"{Paragraph}{Paragraph}{number}");
        await ((number % 5) switch { 0 or 1 => Save(), 2 or 3 => Keep(), _ => Comment() });
    }

    private async Task Save()
    {
        (fields["_receipt"], fields["_typed"]) = (Guid.CreateVersion7().ToString(), typed.ToString());
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await worker.Post(page, content);
        await Demand(answer, HttpStatusCode.Redirect);

        // As the page has them that is opened next.
        fields["version"] = (int.Parse(fields["version"], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        (typed, seen) = (Guid.CreateVersion7(), 0);
    }

    private async Task Keep()
    {
        var typing = fields.Where(f => !f.Key.StartsWith('_')).Select(f => new[] { f.Key, f.Value });
        using var request = new HttpRequestMessage(HttpMethod.Post, saving["save"])
        {
            Content = JsonContent.Create(new
            {
                key = saving["key"], form = saving["form"], path = saving["path"], title = "bench", id = typed, tab = saving["tab"], turn = ++turns, seen, basis = fields["version"], since = saving["since"], fields = typing,
            }),
        };
        request.Headers.Add("RequestVerificationToken", saving["token"]);
        using var answer = await worker.Send(request);
        await Demand(answer, HttpStatusCode.OK);
        seen = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();
    }

    private async Task Comment()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/comments")
        {
            Content = JsonContent.Create(new { subject = "programme.node/" + page.Split('/')[^1], text = Paragraph }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await worker.Send(request);
        await Demand(answer, HttpStatusCode.Created);
    }

    private async Task Demand(HttpResponseMessage answer, HttpStatusCode expected)
    {
        if (answer.StatusCode != expected)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} of {page} answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
