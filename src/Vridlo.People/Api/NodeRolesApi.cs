using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;
using Vridlo.Core.Subjects;
using Vridlo.People.Staff;

namespace Vridlo.People.Api;

/// <summary>Who answers for a part of a plan, in the open interface; the part may stand only in a draft.</summary>
internal static class NodeRolesApi
{
    private static (string, string) Node => ("node", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        var roles = api.MapGroup("/node-roles/{node:guid}").Right(PeopleRights.Entrust);
        roles.MapGet("", async (Guid node, RolePlaces places, IPeople people, CancellationToken stop) => await Now(node, places, people, stop)).Described<NodeRolesAnswer>("people.node-roles", examples: Node);
        roles.MapPost("", async (Guid node, ApiBody<NewNodeRole> body, GiveRole give, RolePlaces places, IPeople people, CancellationToken stop) =>
                await give.AtNode(new(body.Value.Person), body.Value.Role, new(node), body.Value.Why, stop) is { Ok: false } refused ? refused.Problems.Answer() : await Now(node, places, people, stop, StatusCodes.Status201Created))
            .Writes<NewNodeRole, NodeRolesAnswer>("people.give-node-role", StatusCodes.Status201Created, Node);
        roles.MapDelete("/{role:guid}", Take).Writes<NodeRolesAnswer>("people.take-node-role", examples: [Node, ("role", "0199f0a0-0000-7000-8000-000000000001")]);
    }

    private static async Task<IResult> Take(Guid node, Guid role, GiveRole give, RolePlaces places, IPeople people, CancellationToken stop, string why = "")
    {
        if ((await people.Grants(stop)).FirstOrDefault(g => g.Id == new GrantId(role) && g.Grant.Node == new NodeId(node)) is not { } held)
        {
            return Problem.NotFound("people.role.nowhere").Answer();
        }

        return await give.Take(held.Person, held.Id, why, stop) is { Ok: false } refused ? refused.Problems.Answer() : await Now(node, places, people, stop);
    }

    /// <summary>Who holds a role that reaches the node, by whatever it was given; to whoever may give roles there also who can be given one.</summary>
    private static async Task<IResult> Now(Guid node, RolePlaces places, IPeople people, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        if (await places.Find(new(node), stop) is not Subject found)
        {
            return Problem.NotFound("people.role.nowhere").Answer();
        }

        var held = await people.Holders(found.At, stop);
        var names = await people.Names([.. held.Select(h => h.Person).Distinct()], stop);
        var may = await places.MayGive(new(Role.Owner, found.At.Programme, new NodeId(node)), stop);
        return Results.Json(
            new NodeRolesAnswer(
                node, found.Title, !found.IsPublic, [.. held.Select(h => new NodeRoleAnswer(h.Id.Value, h.Person.Value, names.GetValueOrDefault(h.Person, ""), h.Grant.Role, h.Grant.Node?.Value))],
                may ? [.. (await people.All(stop)).Where(p => p.Left is null).Select(p => new PersonNamed(p.Id.Value, p.Name))] : []),
            ApiJson.Options,
            statusCode: status);
    }
}
