using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Api;
using Vridlo.Core.Programme;

namespace Vridlo.People.Api;

/// <summary>Answers with a person as known now.</summary>
internal sealed class AnswerWithPerson(IPeople people, IProgrammeLedger programmes)
{
    public async Task<IResult> Now<T>(Result<T> done, PersonId id, CancellationToken stop, int status = StatusCodes.Status200OK) =>
        done.Ok ? await One(id, stop, status) : done.Problems.Answer();

    public async Task<IResult> One(PersonId id, CancellationToken stop, int status = StatusCodes.Status200OK)
    {
        if (await people.Find(id, stop) is not { } person)
        {
            return Problem.NotFound("people.unknown").Answer();
        }

        var held = await people.Grants(id, stop);
        var ids = held.Select(g => g.Grant.Programme).OfType<ProgrammeId>().Distinct().ToList();
        var codes = await programmes.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, stop);
        return Results.Json(
            new PersonAnswer(person.Id.Value, person.Name, person.Mail, person.Language, person.Left, [.. held.Select(g => new RoleAnswer(
                g.Id.Value, g.Grant.Role, g.Grant.Programme is { } programme ? codes.GetValueOrDefault(programme) : null, g.Grant.Node?.Value))]),
            ApiJson.Options,
            statusCode: status);
    }
}
