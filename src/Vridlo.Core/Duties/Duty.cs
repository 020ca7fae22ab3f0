using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Core.Duties;

/// <summary>What waits for a person (úkol).</summary>
/// <param name="TextKey">key of what to do; <c>{0}</c> in it is the title</param>
/// <param name="Title">what it is about</param>
/// <param name="Path">the Czech address where it is done</param>
/// <param name="Since">since when it waits</param>
/// <param name="Due">the last day, or null when there is none</param>
public sealed record Duty(string TextKey, Localized Title, string Path, Instant Since, LocalDate? Due = null);

/// <summary>Finds what waits for whoever asks. Asked on every page of the workspace, so it asks the database little.</summary>
public delegate Task<IReadOnlyList<Duty>> FindDuties(IServiceProvider unit, Asker asker, CancellationToken stop);

/// <summary>What waits for whoever asks, from all modules; read once in a unit of work.</summary>
public sealed class MyDuties(Declarations declared, Asker asker, IServiceProvider unit)
{
    private IReadOnlyList<Duty>? found;

    /// <summary>By urgency: the earliest last day first, what has none after it, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Duty>> All(CancellationToken stop)
    {
        if (found is null)
        {
            var all = new List<Duty>();
            foreach (var source in asker.Person is null ? [] : declared.Duties)
            {
                all.AddRange(await source(unit, asker, stop));
            }

            found = [.. all.OrderBy(d => d.Due is null).ThenBy(d => d.Due ?? default).ThenBy(d => d.Since)];
        }

        return found;
    }
}
