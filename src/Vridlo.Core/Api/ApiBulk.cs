using Microsoft.AspNetCore.Http;
using Vridlo.Base;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Api;

/// <summary>How many rows were changed in one act.</summary>
public sealed record ManyChanged(int Changed);

/// <summary>Bulk actions of lists in the open interface.</summary>
public static class ApiBulk
{
    /// <summary>All of the named rows or none: what the page would refuse of one refuses all, so that a program knows what it has done.</summary>
    /// <param name="actions">what can be done to many rows</param>
    /// <param name="action">name of the action</param>
    /// <param name="asked">the names of the rows, what is chosen beside them, and why</param>
    /// <param name="find">finds the rows of these names; one that is missing refuses all</param>
    /// <param name="name">the name of a row, by which a problem says whose it is</param>
    /// <param name="services">the services of the request</param>
    /// <param name="stop">ends it</param>
    public static async Task<IResult> Answer<TRow, TName>(
        this IReadOnlyList<BulkAction<TRow>> actions, string action, BulkAsked<TName> asked, Func<IReadOnlyList<TName>, Task<IReadOnlyList<TRow>>> find, Func<TRow, TName> name, IServiceProvider services, CancellationToken stop)
        where TName : notnull
    {
        if (actions.FirstOrDefault(a => a.Key == action) is not { } known)
        {
            return Problem.NotFound("ui.bulk.unknown", action).Answer();
        }

        if (known.Choices.Count > 0 && known.Chosen(asked.Choice) is null)
        {
            return Problem.Invalid("api.body.wrong", "choice", "$.choice").Answer();
        }

        if (known.WhyRefused(asked.Why) is { } wrong)
        {
            return wrong.Answer();
        }

        List<TName> named = [.. asked.Rows.Distinct()];
        if (named.Count is 0 or > BulkAction<TRow>.Most)
        {
            return named.Count == 0 ? Problem.Invalid("ui.bulk.none").Answer() : Problem.Invalid("ui.bulk.too-many", null, BulkAction<TRow>.Most).Answer();
        }

        var rows = await find(named);
        if (rows.Count < named.Count)
        {
            return Problem.NotFound("ui.bulk.row-unknown", $"{named.Except(rows.Select(name)).First()}").Answer();
        }

        var whole = new BulkAsked<TRow>(rows, known.Chosen(asked.Choice) ?? "", asked.Why);
        Problem[] refused = [.. (await known.Judge(services, whole, stop)).Where(l => l.Refused is not null).Select(l => l.Refused! with { Field = $"{name(l.Row)}" })];
        return refused.Length > 0 ? refused.Answer() : (await known.Do(services, whole, stop)).Answer(changed => new ManyChanged(changed));
    }
}
