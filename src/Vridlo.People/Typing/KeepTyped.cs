using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Typing;

/// <summary>Saves what is being typed. Two pages that have gone on from the same text are both kept, and the later one is told.</summary>
internal sealed class KeepTyped(AppDb db, Asker asker, IClock clock)
{
    /// <summary>The most that is kept of one form of one person, in bytes.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>How long it is kept after the last letter.</summary>
    public const int Days = 30;

    /// <summary>How many unfinished texts of one person are kept.</summary>
    public const int MostRows = 300;

    private const int Attempts = 3;

    /// <param name="Key">which form of which thing</param>
    /// <param name="Id">what the page goes on with</param>
    /// <param name="Tab">the open page</param>
    /// <param name="Turn">how often it has written</param>
    /// <param name="Seen">number of the change it goes on from</param>
    /// <param name="Basis">version of what is being edited, or null</param>
    /// <param name="Form">the form's name</param>
    /// <param name="Path">Czech address of the page</param>
    /// <param name="Title">title of the page</param>
    /// <param name="Since">when the page was made</param>
    /// <param name="Fields">as <see cref="TypedFields.Write"/> writes them</param>
    internal sealed record Command(string Key, Guid Id, Guid Tab, int Turn, int Seen, string? Basis, string Form, string Path, string Title, Instant Since, string Fields);

    /// <param name="Id">what the page goes on with from now on</param>
    /// <param name="Number">number of the change</param>
    /// <param name="At">when it was saved</param>
    /// <param name="Others">newer and different texts of other pages</param>
    internal sealed record Saved(Guid Id, int Number, Instant At, IReadOnlyList<(Guid Id, Instant At)> Others);

    public async Task<Result<Saved>> Run(Command c, CancellationToken stop)
    {
        if (asker.Person?.Id is not { } me || asker.SeesAs is not null)
        {
            return Problem.Forbidden("people.typed.nobody");
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            var kept = await Going(c, me, stop);
            if (kept is { TakenAt: not null })
            {
                return Problem.Conflict("people.typed.sent");
            }

            var late = kept is not null && kept.Tab == c.Tab && kept.Turn >= c.Turn;
            if (!late && await Refused(c, kept, me, stop) is { } problem)
            {
                return problem;
            }

            if (!late)
            {
                kept = await Write(c, kept, me, stop);
            }

            if (late || await db.Keep(stop))
            {
                return new Saved(kept!.Id, kept.Number, kept.At, await Others(c, kept.Id, me, stop));
            }
        }

        return Problem.Conflict("people.changed-meanwhile");
    }

    /// <summary>What the page goes on with; null when it begins, or when another page has written to it meanwhile.</summary>
    private async Task<TypedForm?> Going(Command c, PersonId me, CancellationToken stop) =>
        await db.Set<TypedForm>().FirstOrDefaultAsync(t => t.Id == c.Id, stop) is { } found && found.PersonId == me && (found.TakenAt is not null || found.Tab == c.Tab || found.Number == c.Seen)
            ? found : null;

    private async Task<Problem?> Refused(Command c, TypedForm? kept, PersonId me, CancellationToken stop)
    {
        var mine = db.Set<TypedForm>().Where(t => t.PersonId == me);
        var going = kept?.Id;
        var others = await mine.Where(t => t.Key == c.Key && t.Id != going).SumAsync(t => (long)t.Size, stop);
        return others + TypedFields.Size(c.Fields) > Largest ? Problem.Invalid("people.typed.too-large", null, 1)
            : kept is null && await mine.CountAsync(t => t.TakenAt == null, stop) >= MostRows ? Problem.Invalid("people.typed.too-many", null, MostRows)
            : null;
    }

    private async Task<TypedForm> Write(Command c, TypedForm? kept, PersonId me, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (kept is null)
        {
            var taken = await db.Set<TypedForm>().AnyAsync(t => t.Id == c.Id, stop);
            kept = new() { Id = taken ? Guid.CreateVersion7() : c.Id, PersonId = me, Key = c.Key, Form = c.Form, Path = c.Path, Fields = c.Fields, Size = 0, At = now, Until = now };
            db.Add(kept);
        }

        (kept.Fields, kept.Size, kept.Path, kept.Title, kept.Basis) = (c.Fields, TypedFields.Size(c.Fields), c.Path, c.Title, c.Basis);
        (kept.Tab, kept.Turn, kept.At, kept.Until) = (c.Tab, c.Turn, now, now + Duration.FromDays(Days));
        kept.Number++;
        return kept;
    }

    private async Task<IReadOnlyList<(Guid Id, Instant At)>> Others(Command c, Guid own, PersonId me, CancellationToken stop) =>
        [.. (await db.Set<TypedForm>().Where(t => t.PersonId == me && t.Key == c.Key && t.Id != own && t.TakenAt == null && t.At > c.Since && t.Fields != c.Fields)
            .OrderByDescending(t => t.At).Select(t => new { t.Id, t.At }).Take(5).ToListAsync(stop)).Select(t => (t.Id, t.At))];
}
