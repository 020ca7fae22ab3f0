using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public;

/// <summary>Finds the edition that an address asks for.</summary>
internal sealed class Reading(IProgrammeLedger ledger, IClock clock)
{
    public LocalDate Today => clock.Today();

    /// <summary>
    /// The named edition of the programme (of the first one of the installation when it is null), or the one in force on the day (today when <paramref name="day"/> is no date), and whether it is the
    /// one in force today.
    /// </summary>
    public async Task<Edition?> Edition(string? programme, string? edition, string? day, CancellationToken stop)
    {
        if ((programme ?? await ledger.First(stop)) is not { } code)
        {
            return null;
        }

        var current = await ledger.InForce(code, Today, stop);
        var asked = (edition, LocalDatePattern.Iso.Parse(day ?? "")) switch
        {
            ({ } name, _) => current?.Code == name ? current : await ledger.Edition(code, name, stop),
            (_, { Success: true, Value: var on }) => await ledger.InForce(code, on, stop),
            _ => current,
        };
        return asked is null ? null : new(asked, asked.Id == current?.Id);
    }
}

/// <summary>An edition being read.</summary>
/// <param name="Head">its head</param>
/// <param name="InForce">whether it is in force today</param>
internal sealed record Edition(EditionHead Head, bool InForce);
