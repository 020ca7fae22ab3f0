using NodaTime;
using NodaTime.Text;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Api;

/// <summary>Finds the edition that a request means, or says what is wrong with it.</summary>
internal sealed class AskedEdition(IProgrammeLedger ledger, IClock clock)
{
    /// <summary>The edition of that code; without one the edition in force on the day <paramref name="asOf"/>, today when it is null.</summary>
    public async Task<Result<EditionHead>> Find(string programme, string? edition, string? asOf, CancellationToken stop)
    {
        var day = LocalDatePattern.Iso.Parse(asOf ?? "");
        if (asOf is not null && !day.Success)
        {
            return Problem.Invalid("api.date.wrong", "asOf", asOf);
        }

        if ((await ledger.Editions(programme, stop)).Count == 0)
        {
            return Problem.NotFound("programmes.unknown", programme);
        }

        if (edition is not null)
        {
            return await ledger.Edition(programme, edition, stop) is { } named ? named : Problem.NotFound("programmes.api.edition-unknown", programme, edition);
        }

        var on = day.Success ? day.Value : clock.Today();
        return await ledger.InForce(programme, on, stop) is { } found ? found : Problem.NotFound("programmes.api.none-in-force", programme, on);
    }
}
