using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.People.Invitations;

namespace Vridlo.People.Tokens;

/// <summary>Makes and revokes tokens. What a token is is shown once; only its hash is kept. Of each its person is told by a letter.</summary>
internal sealed class MakeToken(AppDb db, Asker asker, IClock clock, Declarations declared, Letters letters)
{
    public const int LongestDays = 366;

    /// <param name="Name">what it is for</param>
    /// <param name="Days">how long it lasts</param>
    /// <param name="Rights">the only rights it has</param>
    /// <param name="Latest">when it ends in any case: with the token that makes it, if one does</param>
    internal sealed record Command(string Name, int Days, IReadOnlyList<string> Rights, Instant? Latest = null);

    public async Task<Result<string>> Run(Command command, CancellationToken stop)
    {
        var rights = command.Rights.Where(r => declared.Rights.Any(d => d.Key == r) && asker.May(r)).Distinct().ToList();
        Problem[] wrong =
        [
            .. command.Name.Length is 0 or > 100 ? [Problem.Invalid("people.token.name-needed", "name")] : Array.Empty<Problem>(),
            .. command.Days is < 1 or > LongestDays ? [Problem.Invalid("people.token.days", "days", LongestDays)] : Array.Empty<Problem>(),
            .. rights.Count == 0 || rights.Count != command.Rights.Distinct().Count() ? [Problem.Invalid("people.token.rights", "rights")] : Array.Empty<Problem>(),
        ];
        if (wrong.Length > 0)
        {
            return wrong;
        }

        var (token, now) = (TokenSignIn.Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)), clock.GetCurrentInstant());
        db.Add(new Token
        {
            Id = TypedId.New<TokenId>(),
            PersonId = asker.Person!.Id,
            Name = command.Name,
            Hash = TokenSignIn.Hash(token),
            Rights = string.Join(' ', rights),
            Since = now,
            Until = command.Latest is { } latest ? Instant.Min(latest, now + Duration.FromDays(command.Days)) : now + Duration.FromDays(command.Days),
        });
        letters.Changed(asker.Person!, "token");
        return await db.Commit(asker.Act("people.make-token", ""), stop) ? token : Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>No token of a person works any longer; the caller commits.</summary>
    public static async Task RevokeAll(AppDb db, PersonId person, Instant at, CancellationToken stop)
    {
        foreach (var token in await db.Set<Token>().Where(t => t.PersonId == person && t.Revoked == null).ToListAsync(stop))
        {
            token.Revoked = at;
        }
    }

    public async Task<Result<bool>> Revoke(TokenId id, CancellationToken stop)
    {
        var mine = asker.Person!.Id;
        if (await db.Set<Token>().FirstOrDefaultAsync(t => t.Id == id && t.PersonId == mine && t.Revoked == null, stop) is not { } token)
        {
            return Problem.NotFound("people.token.unknown");
        }

        token.Revoked = clock.GetCurrentInstant();
        return await db.Commit(asker.Act("people.revoke-token", ""), stop) ? true : Problem.Conflict("people.changed-meanwhile");
    }
}
