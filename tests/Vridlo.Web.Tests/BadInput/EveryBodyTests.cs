using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>Every naughty string into every member of every body that the open interface takes, on an installation where a whole year was worked.</summary>
public sealed class EveryBodyTests
{
    /// <summary>Whole bodies that are none, or that try to be too much.</summary>
    private static readonly string[] NoBodies =
        ["", "null", "[]", "\"text\"", "{", "{\"a\":1}", "{\"why\":1,\"why\":2}", new string('[', 5000), "{\"a\":" + new string('1', 5000) + "}", "\u0000", "{\"why\":\"\\ud800\"}", "{\"version\":1e400}", "NaN", "﻿{}", "<a/>"];

    /// <summary>What belongs to whoever asks, or that anybody may send: there is no other part of it.</summary>
    private static readonly string[] Everybodys = ["/me", "/notices"];

    /// <summary>Each body meets each string in some of its members, on each engine in others.</summary>
    [Theory, BothEngines, Trait("Runs", "in-full")]
    public Task Every_body_is_taken_or_refused_and_texts_come_back_as_they_went_in(Engine engine) => All(engine, new(14, engine is Engine.Sqlite ? 0 : 7));

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Every_member_of_every_body_takes_or_refuses_all_of_them(Engine engine) => All(engine, Portion.Whole);

    private static async Task All(Engine engine, Portion portion)
    {
        await using var site = await Site.Shipped(engine);
        await site.Within.In(unit => unit.GetRequiredService<LoadSample>().Run(7, new Progress<double>(), default));
        var other = await site.Employ("cizi@example.org", new Grant(Role.Reader));
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        var rights = site.Services.GetRequiredService<Declarations>().Rights.Select(r => r.Key).ToArray();
        var machine = await boss.Machine(site, rights);
        var things = new Things(machine, other.Id.Value.ToString());
        await things.Make();
        var document = JsonDocument.Parse(await (await site.Get("/openapi/v1.json")).Content.ReadAsStringAsync()).RootElement;
        var elsewhere = await Elsewhere(site);
        var (faults, asked, reached, taken, operations) = (new List<string>(), 0, new HashSet<string>(), 0, 0);
        foreach (var (method, path, operation) in Writes(document))
        {
            var address = await things.Address(path, operation);
            var schemas = new BodySchema(document, things.Words) { Now = await things.Now(address) };

            // Who answers for another part of the plan does none of it, however right the words are.
            foreach (var (_, _, content) in Everybodys.Any(path.StartsWith) ? [] : Fillings(schemas, operation, portion).Where(f => f.What is "good").Take(1))
            {
                using var good = content;
                if ((await elsewhere.Ask(method, address, good)).Status is var let && (int)let < 300)
                {
                    faults.Add($"{method} {address}: {(int)let} for somebody who answers for another part");
                }
            }

            foreach (var (what, query, content) in Fillings(schemas, operation, portion with { Turn = portion.Turn + operations++ }))
            {
                using (content)
                {
                    var (status, answer) = await machine.Ask(method, address + query, content);
                    asked++;
                    if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
                    {
                        reached.Add($"{method} {path}");
                    }

                    if ((int)status < 300)
                    {
                        // What has changed has another version.
                        (taken, schemas.Now) = (taken + 1, await things.Now(address));
                    }

                    faults.AddRange((int)status >= 500 ? [$"{method} {address} {what}: {(int)status}"] : Harm.Altered(Texts(answer)).Select(f => $"{method} {address} {what}: {f}"));
                }
            }

            Assert.True((await machine.Ask(HttpMethod.Get, "/me")).Status is HttpStatusCode.OK, $"{method} {path} has ended the test's own token");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(40)) + $"\n{faults.Count} faults in {asked} requests");
        Assert.True(reached.Count >= 60, $"only {reached.Count} addresses were reached:\n" + string.Join('\n', Writes(document).Select(w => $"{w.Method} {w.Path}").Except(reached)));
        Assert.True(taken >= 100, $"only {taken} of {asked} requests were taken");
    }

    /// <summary>Somebody who answers for an area in which nothing that is written to stands, with every right that has.</summary>
    private static async Task<Machine> Elsewhere(Site site)
    {
        var grant = await site.Within.In(async unit =>
        {
            var ledger = unit.GetRequiredService<IProgrammeLedger>();
            var edition = (await ledger.Editions("prkk-2021", default))[0];
            return new Grant(Role.Owner, edition.ProgrammeId, (await ledger.Node(edition.Id, "15", default))!.Self.Id);
        });
        using var owner = await site.SignedIn(grant);
        return await owner.Machine(site, [.. site.Services.GetRequiredService<Declarations>().Rights.Where(r => r.HeldBy(grant)).Select(r => r.Key)]);
    }

    /// <summary>What takes things away comes last.</summary>
    private static IEnumerable<(HttpMethod Method, string Path, JsonElement Operation)> Writes(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "post" or "put" or "delete"
        orderby operation.Name is "delete"
        select (HttpMethod.Parse(operation.Name.ToUpperInvariant()), path.Name["/api/v1".Length..], operation.Value);

    private static IEnumerable<(string What, string Query, HttpContent? Content)> Fillings(BodySchema schemas, JsonElement operation, Portion portion) =>
        operation.TryGetProperty("requestBody", out var takes)
            ? takes.GetProperty("content").TryGetProperty("application/json", out var json)
                ? Bodies(schemas, json.GetProperty("schema"), portion).Select(b => (b.What, "", (HttpContent?)Json(b.Body)))
                : []
            : Queries(operation, portion).Append((What: "good", Query: "")).Select(q => (q.What, q.Query, (HttpContent?)null));

    private static IEnumerable<(string What, string Query)> Queries(JsonElement operation, Portion portion) =>
        from parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : []
        where parameter.GetProperty("in").GetString() is "query"
        from text in Naughty.Texts.Append(Naughty.Large[..2000]).Index()
        where portion.Holds(text.Index)
        select ($"{parameter.GetProperty("name").GetString()} {text.Index}", $"?{parameter.GetProperty("name").GetString()}={Naughty.Escaped(text.Item)}");

    private static IEnumerable<(string What, string Body)> Bodies(BodySchema schemas, JsonElement schema, Portion portion)
    {
        yield return ("good", schemas.Good(schema)!.ToJsonString());
        foreach (var (i, broken) in NoBodies.Index().Where(b => portion.Holds(b.Index)))
        {
            yield return ($"no body {i}", broken);
        }

        var places = BodySchema.Places(schemas.Good(schema)).Count();
        IReadOnlyList<JsonNode?> values = [.. Naughty.Texts.Concat(Naughty.Values).Append(Naughty.Large).Select(t => JsonValue.Create(t)), null, 1, -1, 1e300, long.MaxValue, true, new JsonArray(), new JsonObject(), new JsonObject { ["cs"] = Naughty.Texts[0] }];
        for (var place = 0; place < places; place++)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (portion.Holds(i + place))
                {
                    var body = schemas.Good(schema);
                    var (path, put) = BodySchema.Places(body).ElementAt(place);
                    put(values[i]?.DeepClone());
                    yield return ($"{path} {i}", body!.ToJsonString());
                }
            }
        }
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>All texts but the address of a problem, which stands as it was sent.</summary>
    private static IEnumerable<string> Texts(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => [answer.GetString()!],
        JsonValueKind.Object => answer.EnumerateObject().Where(m => m.Name is not "instance").SelectMany(m => Texts(m.Value)),
        JsonValueKind.Array => answer.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
