using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>Things that are there, to be written to through the open interface.</summary>
/// <param name="machine">who asks</param>
/// <param name="person">somebody else, to whom things can be done</param>
internal sealed partial class Things(Machine machine, string person)
{
    private readonly Dictionary<string, JsonElement> lists = [];

    /// <summary>Names of things by the part of the address before them.</summary>
    private readonly Dictionary<string, string> known = new() { ["people"] = person, ["programmes"] = "prkk-2021", ["editions"] = "2021", ["attachments"] = "project", ["alignments"] = "prkk-2021", ["tokens"] = Guid.Empty.ToString() };

    /// <summary>What stands in members of bodies that name things.</summary>
    public Dictionary<string, string> Words { get; } = new() { ["programme"] = "prkk-2021", ["person"] = person };

    /// <summary>What a year leaves behind in no list: an open draft, an application that waits, a word about a part of the plan.</summary>
    public async Task Make()
    {
        known["drafts"] = await Made("/drafts/amendments", new { programme = "prkk-2021", edition = "zmena-9", editionTitle = new { cs = "Změna" } }, "id");
        var nodes = (await machine.Read($"/drafts/{known["drafts"]}")).GetProperty("nodes").EnumerateArray().ToList();
        known["nodes"] = known["heirs"] = known["node-roles"] = nodes[7].GetProperty("id").GetString()!;
        Words["subject"] = $"programme.node/{known["nodes"]}";
        known["comments"] = await Made("/comments", new { subject = Words["subject"], text = "Příliš obecné." }, "id");
        known["applications"] = await Made("/statements/applications", new
        {
            channel = "paper", receivedOn = "2026-07-01", applicant = "Město Cheb", companyNumber = "00253979", seat = "Cheb", contactName = "Jan", mail = "jan@example.org",
            title = "Škola", description = "Oprava školy.", aim = "Lepší škola.", outputs = "Škola.", cost = 1_000_000, starts = "2027", ends = "2028",
        }, "code");
    }

    /// <summary>The address of a thing that is there; of a list the first that it shows; else the example of the description.</summary>
    public async Task<string> Address(string path, JsonElement operation)
    {
        var (made, last) = ("", "");
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            made += "/" + (Parameter().IsMatch(part) ? known.GetValueOrDefault(last) ?? await First(made, part.Trim('{', '}')) ?? Example(operation, part.Trim('{', '}')) : part);
            last = part;
        }

        return made;
    }

    /// <summary>What is answered about a thing; undefined when it can only be written.</summary>
    public async Task<JsonElement> Now(string address)
    {
        for (var up = address; up.Length > 0; up = up[..up.LastIndexOf('/')])
        {
            var (status, answer) = await machine.Ask(HttpMethod.Get, up);
            if (status is HttpStatusCode.OK)
            {
                return answer;
            }
        }

        return default;
    }

    private async Task<string> Made(string path, object body, string name) => (await machine.Done(HttpMethod.Post, path, body)).GetProperty(name).GetString()!;

    private async Task<string?> First(string list, string name)
    {
        if (!lists.TryGetValue(list, out var answer))
        {
            lists[list] = answer = (await machine.Ask(HttpMethod.Get, list)).Body;
        }

        var rows = answer.ValueKind is JsonValueKind.Object ? answer.EnumerateObject().Select(m => m.Value).FirstOrDefault(v => v.ValueKind is JsonValueKind.Array) : answer;
        return rows.ValueKind is JsonValueKind.Array && rows.GetArrayLength() > 0 && rows[0].ValueKind is JsonValueKind.Object
            && (rows[0].TryGetProperty(name, out var id) || rows[0].TryGetProperty("id", out id) || rows[0].TryGetProperty("code", out id)) ? Uri.EscapeDataString(id.ToString()) : null;
    }

    private static string Example(JsonElement operation, string name) =>
        operation.GetProperty("parameters").EnumerateArray().First(p => p.GetProperty("name").GetString() == name).TryGetProperty("example", out var example) ? example.ToString() : Guid.Empty.ToString();

    [GeneratedRegex(@"^\{\w+\}$")]
    private static partial Regex Parameter();
}
