using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Ui;

namespace Vridlo.People.Typing;

/// <summary>
/// Finds what was typed, keeps forms that could not be taken, and forgets what was accepted. Works apart from the request's own unit
/// of work: forms are rendered while their page may still be reading.
/// </summary>
internal sealed class TypedForms(IServiceScopeFactory scopes, IClock clock, Asker asker) : ITypedForms, IUnsentForms
{
    /// <summary>The most that is kept of one form of a known person, and of one that came without a session, in bytes.</summary>
    internal const int Largest = 4 * 1024 * 1024, LargestOfNobody = 256 * 1024;

    /// <summary>
    /// How many forms are kept that came without a session and that nobody has claimed. Whoever has no account can take no more room than this
    /// many of the largest, which is a quarter of a gigabyte; each is thrown away after a day.
    /// </summary>
    internal const int MostOfNobody = 1000;

    private (Guid Id, Task<TypedText?> Text) found = (Guid.Empty, Task.FromResult<TypedText?>(null));
    private Task<ILookup<string, TypedOffer>>? unfinished;

    public Guid? Writer => asker.SeesAs is null ? asker.Person?.Id.Value : null;

    /// <remarks>A page may have many forms, and a person has only so many unfinished texts (<see cref="KeepTyped"/>), so all are read once.</remarks>
    public async Task<IReadOnlyList<TypedOffer>> Of(string key, CancellationToken stop) => [.. (await (unfinished ??= Unfinished(stop)))[key]];

    /// <remarks>Every form of a page asks for the same one, so it is read once.</remarks>
    public Task<TypedText?> Find(Guid id, CancellationToken stop)
    {
        if (found.Id != id)
        {
            found = (id, Read(id, stop));
        }

        return found.Text;
    }

    /// <inheritdoc/>
    /// <remarks>What is too large, too many or holds a secret is not kept.</remarks>
    public async Task<string?> Keep(HttpRequest request, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        if (form.Keys.Any(TypedFields.IsSecret) || form["_handler"].ToString() is not { Length: > 0 and <= 200 } name)
        {
            return null;
        }

        var (me, fields) = (asker.Person?.Id, TypedFields.Write(form.SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))));
        if (TypedFields.Size(fields) > (me is null ? LargestOfNobody : Largest))
        {
            return null;
        }

        var (now, code) = (clock.GetCurrentInstant(), WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24)));
        var typed = new TypedForm
        {
            Id = Guid.CreateVersion7(), PersonId = me, Code = Hash(code), Key = form["_keeps"].ToString() is { Length: <= 200 } key ? key : "", Form = name,
            Path = request.Path + request.QueryString, Fields = fields, Size = TypedFields.Size(fields),
            Basis = form["_basis"].ToString() is { Length: > 0 and <= 200 } basis ? basis : null,
            Replaces = Guid.TryParse(form["_typed"], out var replaced) ? replaced : null, At = now, Until = now + Duration.FromDays(1), Number = 1,
        };
        return await Within(async db =>
        {
            if (await db.Set<TypedForm>().CountAsync(t => t.PersonId == me && t.TakenAt == null, stop) >= (me is null ? MostOfNobody : KeepTyped.MostRows))
            {
                return false;
            }

            db.Add(typed);
            return await db.Keep(stop);
        }) ? "/prace/rozepsane/" + code : null;
    }

    /// <summary>The form kept under this code, which from now on is the person's who asks; null when there is none, or it is somebody else's.</summary>
    public async Task<TypedForm?> Claim(string code, CancellationToken stop)
    {
        var (hash, me, now) = (Hash(code), asker.Person!.Id, clock.GetCurrentInstant());
        var claimed = await Within(async db =>
        {
            var kept = await db.Set<TypedForm>().FirstOrDefaultAsync(t => t.Code == hash && t.TakenAt == null && t.Until > now && (t.PersonId == null || t.PersonId == me), stop);
            if (kept is { PersonId: null } && asker.SeesAs is null)
            {
                (kept.PersonId, kept.Until) = (me, now + Duration.FromDays(KeepTyped.Days));
                kept.Number++;
                return await db.Keep(stop) ? kept : null;
            }

            return kept;
        });
        if (claimed?.Replaces is { } replaced)
        {
            await Accepted(replaced, me);
        }

        return claimed;
    }

    /// <inheritdoc/>
    public Task Accepted(Guid typed, PersonId by) => Within(async db =>
    {
        var now = clock.GetCurrentInstant();
        var kept = await db.Set<TypedForm>().FirstOrDefaultAsync(t => t.Id == typed);
        if (kept is null)
        {
            kept = new() { Id = typed, PersonId = by, Key = "", Form = "", Path = "", Fields = "", Size = 0, At = now, Until = now };
            db.Add(kept);
        }
        else if (kept.PersonId != by)
        {
            return false;
        }

        (kept.Fields, kept.Size, kept.Title, kept.TakenAt, kept.Until) = ("", 0, null, now, now + Duration.FromDays(1));
        kept.Number++;
        return await db.Keep(default);
    });

    private Task<ILookup<string, TypedOffer>> Unfinished(CancellationToken stop) => Within(async db =>
    {
        var me = asker.Person!.Id;
        var all = await db.Set<TypedForm>().Where(t => t.PersonId == me && t.TakenAt == null).OrderByDescending(t => t.At).Select(t => new { t.Key, t.Id, t.At, t.Basis }).ToListAsync(stop);
        return all.ToLookup(t => t.Key, t => new TypedOffer(t.Id, t.At, t.Basis), StringComparer.Ordinal);
    });

    private Task<TypedText?> Read(Guid id, CancellationToken stop) => Within(async db =>
    {
        var me = asker.Person?.Id;
        return me is not null && await db.Set<TypedForm>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.PersonId == me && t.TakenAt == null, stop) is { } typed
            ? new TypedText(new(typed.Id, typed.At, typed.Basis), typed.Number, typed.Key, typed.Form, TypedFields.Read(typed.Fields))
            : null;
    });

    private async Task<T> Within<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
