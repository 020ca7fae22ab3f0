using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Data;
using Vridlo.People.Invitations;
using Vridlo.People.Staff;

namespace Vridlo.People.Api;

/// <summary>The people of the office and their roles in the open interface.</summary>
internal static class PeopleApi
{
    public static (string, string) Id => ("id", "0199f0a0-0000-7000-8000-000000000000");

    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").Right(PeopleRights.Manage);
        people.MapGet("", List).Described<ApiPage<PersonInList>>("people.list", csv: true, paged: true, filters: ["role", "state"]);
        people.MapGet("/{id:guid}", (Guid id, AnswerWithPerson answer, CancellationToken stop) => answer.One(new(id), stop)).Described<PersonAnswer>("people.one", examples: Id);
        people.MapGet("/{id:guid}/data", async (Guid id, HeldAboutPerson held, CancellationToken stop) => (await held.Run(new(id), stop)).Answer(found => found))
            .Described<IReadOnlyDictionary<string, object>>("people.data", examples: Id);
        people.MapPost("", Invite).Writes<NewPerson, PersonAnswer>("people.invite", StatusCodes.Status201Created);
        people.MapPost("/{id:guid}/roles", async (Guid id, ApiBody<NewRole> body, GiveRole give, AnswerWithPerson answer, CancellationToken stop) => await answer.Now(
                await give.Run(new(new(id), body.Value.Role, body.Value.Programme, body.Value.Node), body.Value.Why, stop), new(id), stop, StatusCodes.Status201Created))
            .Writes<NewRole, PersonAnswer>("people.give-role", StatusCodes.Status201Created, Id);
        people.MapDelete("/{id:guid}/roles/{role:guid}", async (Guid id, Guid role, GiveRole give, AnswerWithPerson answer, CancellationToken stop, string why = "") => await answer.Now(
                await give.Take(new(id), new(role), why, stop), new(id), stop))
            .Writes<PersonAnswer>("people.take-role", examples: [Id, ("role", "0199f0a0-0000-7000-8000-000000000001")]);
        people.MapPut("/{id:guid}/mail", async (Guid id, ApiBody<NewMail> body, ChangeMail mail, AnswerWithPerson answer, CancellationToken stop) => await answer.Now(
                await mail.Run(new(id), body.Value.Mail.Trim(), body.Value.Why, stop), new(id), stop))
            .Writes<NewMail, PersonAnswer>("people.mail", examples: Id);
        people.MapPut("/{id:guid}/work", async (Guid id, ApiBody<WorksHere> body, EndWork work, AnswerWithPerson answer, CancellationToken stop) => await answer.Now(
                await work.Leave(new(id), !body.Value.Here, body.Value.Why, stop), new(id), stop))
            .Writes<WorksHere, PersonAnswer>("people.work", examples: Id);
        people.MapPost("/{id:guid}/signing-out", async (Guid id, ApiBody<SignedOut> body, EndWork work, AnswerWithPerson answer, CancellationToken stop) => await answer.Now(
                await work.SignOut(new(id), body.Value.Why, stop), new(id), stop))
            .Writes<SignedOut, PersonAnswer>("people.sign-out", examples: Id);
        people.MapPost("/{id:guid}/erasure", Erase).Writes<Erasure, ErasedAnswer>("people.erase", examples: Id);
        people.MapPost("/together/{action}", Together).Writes<ManyPeople, ManyChanged>("people.together", examples: ("action", "leave"));
    }

    private static async Task<IResult> List(HttpContext context, AppDb db, IPeople people, Texts t, CancellationToken stop) =>
        await (await StaffList.Of(db, people, t, stop)).Answer(context, p => new PersonInList(p.Id.Value, p.Name, p.Mail, p.Left));

    private static async Task<IResult> Invite(ApiBody<NewPerson> body, InvitePerson invite, AnswerWithPerson answer, CancellationToken stop)
    {
        var done = await invite.Run(new(body.Value.Name.Trim(), body.Value.Mail.Trim(), body.Value.Language, null), body.Value.Why, stop);
        return await answer.Now(done, done.Ok ? done.Value.Person.Id : default, stop, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Erase(Guid id, ApiBody<Erasure> body, EndWork work, IPeople people, CancellationToken stop)
    {
        if (await people.Find(new(id), stop) is { } person && !string.Equals(person.Mail, body.Value.Mail.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return Problem.Invalid("people.staff.erase.unsure", "mail").Answer();
        }

        return (await work.Erase(new(id), body.Value.Why, stop)).Answer(_ => new ErasedAnswer(id));
    }

    private static Task<IResult> Together(string action, ApiBody<ManyPeople> body, HttpContext context, IPeople people, CancellationToken stop) => StaffBulk.All.Answer(
        action, new BulkAsked<Guid>(body.Value.People, body.Value.Choice, body.Value.Why), async ids =>
        {
            var wanted = ids.Select(i => new PersonId(i)).ToList();
            return await people.Listed.Where(p => wanted.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(stop);
        }, p => p.Id.Value, context.RequestServices, stop);
}
