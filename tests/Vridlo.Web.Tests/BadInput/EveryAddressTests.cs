using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Vridlo.Core.Access;
using Vridlo.Testing;

namespace Vridlo.Web.Tests.BadInput;

/// <summary>Every naughty string into every part and every parameter of every address, of pages and of the open interface.</summary>
public sealed partial class EveryAddressTests
{
    /// <summary>What lists and the interface read from the address without declaring it as a parameter.</summary>
    private static readonly string[] Undeclared = ["sort", "limit", "after", "before", "lang", "q", "as-of", "asOf", "end", "typed", "columns", "format", "page", "zpet"];

    /// <summary>Each address meets each string in some of its parts, on each engine in others.</summary>
    [Theory, BothEngines, Trait("Runs", "in-full")]
    public Task Every_address_answers_in_words(Engine engine) => All(engine, new(3, engine is Engine.Sqlite ? 0 : 1));

    [Theory(Explicit = true), BothEngines, Trait("Runs", "when asked for")]
    public Task Every_part_of_every_address_answers_all_of_them_in_words(Engine engine) => All(engine, Portion.Whole);

    private static async Task All(Engine engine, Portion portion)
    {
        await using var site = await Site.Shipped(engine);
        using var boss = await site.SignedIn(new Grant(Role.Administrator));
        IReadOnlyList<string> all = [.. Naughty.Texts.Concat(Naughty.Values).Concat([new string('ž', 1500)]).Select(Naughty.Escaped), .. Naughty.Broken];
        var names = site.Endpoints.SelectMany(Parameters).Concat(Undeclared).Distinct().ToList();
        Assert.True(names.Count > 20, string.Join(", ", names));
        var (faults, asked) = (new List<string>(), 0);
        var gate = new SemaphoreSlim(4);
        var addresses = site.Endpoints.Where(Reads).SelectMany((e, i) => Addresses(e.RoutePattern.RawText!, names, all, i, portion)).ToList();
        await Task.WhenAll(addresses.Select(async address =>
        {
            await gate.WaitAsync();
            try
            {
                asked++;
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress!.ToString().TrimEnd('/') + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
                using var answer = await boss.Send(request);
                var (fault, _) = await Harm.In(answer);
                if (fault is not null)
                {
                    lock (faults)
                    {
                        faults.Add($"{address[..Math.Min(address.Length, 300)]}: {fault}");
                    }
                }
            }
            finally
            {
                gate.Release();
            }
        }));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)) + $"\n{faults.Count} faults at {asked} addresses");
    }

    private static bool Reads(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false && endpoint.Metadata.GetMetadata<RightAttribute>() is not null
        && endpoint.RoutePattern.RawText is { } route && !route.StartsWith("_content", StringComparison.Ordinal) && !route.Contains("/built/", StringComparison.Ordinal);

    /// <summary>Each string takes its turn in each part of the path; the parameters get all of them, many at once, each another.</summary>
    private static IEnumerable<string> Addresses(string route, List<string> names, IReadOnlyList<string> all, int shift, Portion portion)
    {
        var path = "/" + route.TrimStart('/');
        var parts = Part().Count(path);
        for (var part = 0; part < parts; part++)
        {
            for (var i = 0; i < all.Count; i++)
            {
                // Numbers and the like belong into parts of their own; a third of them in each address is enough.
                if (portion.Holds(i + part + shift) && (i < Naughty.Texts.Count || (i + shift) % 3 == 0))
                {
                    yield return Filled(path, part, all[i]);
                }
            }
        }

        // Kestrel takes eight kilobytes of address.
        for (var turn = portion.Turn; turn < all.Count; turn += 3 * portion.Parts)
        {
            // One null character refuses an address as a whole, so it would hide the rest.
            var query = string.Join('&', names.Select((name, i) => $"{Uri.EscapeDataString(name)}={all[((i * 5) + turn + shift) % all.Count]}").Where(p => p.Length < 2500 && !p.Contains("%00", StringComparison.Ordinal)));
            for (var rest = query; rest.Length > 0;)
            {
                var until = rest.Length <= 7000 ? rest.Length : rest.LastIndexOf('&', 7000);
                yield return Filled(path, -1, "") + "?" + rest[..until];
                rest = rest[until..].TrimStart('&');
            }
        }
    }

    private static string Filled(string path, int part, string with)
    {
        var at = 0;
        return Part().Replace(path, m => at++ == part ? with : m.Groups[1].Value.TrimStart('*').ToLowerInvariant() switch
        {
            var name when m.Value.Contains(":guid", StringComparison.Ordinal) => name.Length > 0 ? Guid.Empty.ToString() : "",
            "programme" => "prkk-2021",
            "edition" or "editioncode" => "2021",
            "format" => "json",
            "status" => "404",
            _ => "8.1",
        });
    }

    private static IEnumerable<string> Parameters(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance) ?? [])
            .Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).Select(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? p.Name)
            .Concat(endpoint.Metadata.OfType<IParameterBindingMetadata>().Where(p => p.ParameterInfo.ParameterType.Namespace is "System").Select(p => p.Name));

    [GeneratedRegex(@"\{(\**\w+)[^}]*(?:\([^)]*\)[^}]*)?\}")]
    private static partial Regex Part();
}
