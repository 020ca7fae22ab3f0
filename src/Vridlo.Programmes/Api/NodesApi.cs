using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Api;
using Vridlo.Core.Lists;
using Vridlo.Core.Programme;
using Vridlo.Programmes.Lists;
using static Vridlo.Programmes.Api.ProgrammesApi;

namespace Vridlo.Programmes.Api;

/// <summary>Trees and nodes in the open interface.</summary>
internal static class NodesApi
{
    public static void Map(RouteGroupBuilder programmes)
    {
        programmes.MapGet("/{programme}/tree", (HttpContext context, string programme, string? asOf, Trees trees) => trees.Answer(context, programme, null, asOf))
            .Described<TreeAnswer>("tree.in-force", csv: true, examples: Programme);
        programmes.MapGet("/{programme}/editions/{edition}/tree", (HttpContext context, string programme, string edition, Trees trees) => trees.Answer(context, programme, edition, null))
            .Described<TreeAnswer>("tree.of-edition", csv: true, examples: [Programme, Edition]);
        programmes.MapList("/{programme}/tree", context => context.RequestServices.GetNodes(context));
        programmes.MapList("/{programme}/editions/{edition}/tree", context => context.RequestServices.GetNodes(context));
        programmes.MapGet("/{programme}/nodes/{code}", One).Described<NodeAnswer>("nodes.in-force", examples: [Programme, ("code", "8.2")]);
        programmes.MapGet("/{programme}/editions/{edition}/nodes/{code}", OneOfEdition).Described<NodeAnswer>("nodes.of-edition", examples: [Programme, Edition, ("code", "8.2")]);
    }

    private static Task<IResult> One(string programme, string code, string? asOf, Trees trees, CancellationToken stop) =>
        trees.Node(programme, null, asOf, code, stop);

    private static Task<IResult> OneOfEdition(string programme, string edition, string code, Trees trees, CancellationToken stop) =>
        trees.Node(programme, edition, null, code, stop);

    private static async Task<ListSource<NodeListed>?> GetNodes(this IServiceProvider services, HttpContext context)
    {
        var (asked, ledger) = (services.GetRequiredService<AskedEdition>(), services.GetRequiredService<IProgrammeLedger>());
        var edition = await asked.Find($"{context.GetRouteValue("programme")}", context.GetRouteValue("edition") as string, context.Request.Query["asOf"], context.RequestAborted);
        return edition.Ok ? new(NodesList.Of(edition.Value, null), ledger.Nodes(edition.Value.Id)) : null;
    }
}

/// <summary>Reads trees and nodes.</summary>
internal sealed class Trees(IProgrammeLedger ledger, AskedEdition asked)
{
    public async Task<IResult> Answer(HttpContext context, string programme, string? edition, string? asOf)
    {
        var found = await asked.Find(programme, edition, asOf, context.RequestAborted);
        if (!found.Ok)
        {
            return found.Problems.Answer();
        }

        if (context.Request.PrefersCsv())
        {
            return new ListSource<NodeListed>(NodesList.Of(found.Value, null), ledger.Nodes(found.Value.Id)).File(context, ListFormat.Csv);
        }

        var nodes = await ledger.Tree(found.Value.Id, context.RequestAborted);
        return Results.Json(new TreeAnswer(programme, found.Value.Code, nodes.Count, Shaping.Nest(nodes)), ApiJson.Options);
    }

    public async Task<IResult> Node(string programme, string? edition, string? asOf, string code, CancellationToken stop)
    {
        var found = await asked.Find(programme, edition, asOf, stop);
        if (!found.Ok)
        {
            return found.Problems.Answer();
        }

        if (await ledger.Node(found.Value.Id, code, stop) is not { } around)
        {
            return Problem.NotFound("programmes.api.node-unknown", found.Value.Code, code).Answer();
        }

        var node = around.Self;
        var lines = node.Source is { } span ? await ledger.Excerpt(found.Value.Id, span, stop) : [];
        return Results.Json(
            new NodeAnswer
            {
                Programme = programme,
                Edition = found.Value.Code,
                Code = node.Code,
                Kind = node.Kind,
                Id = node.Id.Value,
                Title = node.Title,
                Change = node.Change,
                Text = node.Text,
                Owner = found.Value.Departments.FirstOrDefault(d => d.Key == node.Department) is { } owner ? new(owner.Key, owner.Name) : null,
                Source = node.Source.Shape(),
                Lines = [.. lines.Select(l => new LineAnswer(l.Page, l.Number, l.Text, l.Within))],
                Aliases = [.. node.Aliases.Select(a => new AliasAnswer(a.Title, a.Where))],
                Above = [.. around.Above.Select(n => n.Refer())],
                Children = [.. around.Below.Where(n => n.Depth == node.Depth + 1).Select(n => n.Refer())],
                Needs = node.Kind is NodeKind.Measure ? [.. (await ledger.Needs(found.Value.Id, node.Id, stop)).Select(n => n.Shape())] : [],
                History = [.. (await ledger.History(node.Id, stop)).Select(h => new NodeInEditionAnswer(
                    h.Edition, h.InForceFrom?.ToDateOnly(), h.Approvals.Shape(), h.Node.Code, h.Node.Title))],
            },
            ApiJson.Options);
    }
}
