using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base.Lists;
using Vridlo.Core;
using Vridlo.Core.Lists;
using Vridlo.Core.Record;
using Vridlo.History.Acts;

namespace Vridlo.History.Things;

/// <summary>What was changed in one public thing, for everybody: when, how and on which decision, from what to what; never by whom.</summary>
internal sealed class ThingChanges(IRecord record, Declarations declared, ChangesInWords words)
{
    /// <summary>The address of the changes of things of a sort, without the thing.</summary>
    public const string Path = "/zmeny/{subject}/{id:guid}";

    private readonly Dictionary<long, ChangedThing> changed = [];

    /// <summary>The sort of thing that stands for it in addresses, where no full stop may stand in a word; null when things of that sort are not public.</summary>
    public string? Subject(string word) => declared.PublicThings.FirstOrDefault(s => s.Replace('.', '-') == word);

    /// <summary>The sort of the thing and its name; known once rows have been read.</summary>
    public string Called(string subject, Guid id) => words.Called(subject, $"{id}");

    /// <summary>The changes of a thing for files: what each act changed is read before.</summary>
    public static async Task<ListSource<ActListed>?> ForFiles(HttpContext context)
    {
        var (changes, id) = (context.RequestServices.GetRequiredService<ThingChanges>(), Guid.Parse($"{context.GetRouteValue("id")}"));
        if (changes.Subject($"{context.GetRouteValue("subject")}") is not { } subject)
        {
            return null;
        }

        var source = changes.Source(subject, id);
        var rows = await source.Rows.ToListAsync(context.RequestAborted);
        await changes.Read(rows, subject, id, context.RequestAborted);
        return rows.Count == 0 ? null : source;
    }

    /// <summary>The changes of a thing as a list.</summary>
    public ListSource<ActListed> Source(string subject, Guid id) => new(List, record.Of(subject, $"{id}"));

    /// <summary>Learns what these acts changed in the thing.</summary>
    public async Task Read(IReadOnlyList<ActListed> acts, string subject, Guid id, CancellationToken stop)
    {
        foreach (var (act, thing) in await record.Changed([.. acts.Select(a => a.Sequence)], subject, $"{id}", stop))
        {
            changed[act] = thing;
        }

        await words.Name(changed.Values, stop);
    }

    private ListOf<ActListed> List
    {
        get
        {
            var inTime = SortKey<ActListed>.By(a => a.Sequence);
            return new()
            {
                Name = "changes",
                Id = inTime,
                Order = "-at",
                Columns =
                [
                    new("at", "history.at", a => a.At) { Sort = inTime },
                    new("kind", "history.what", a => a.Kind) { Words = "" },
                    new("changes", "history.changes", a => new ChangesShown([.. changed.TryGetValue(a.Sequence, out var thing) ? words.PublicLines(thing) : []], 0)),
                    new("decision", "history.decision", a => a.Decision),
                ],
            };
        }
    }
}
