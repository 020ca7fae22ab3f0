using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;

namespace Vridlo.Demo;

/// <summary>
/// About sixty organisations: the region, municipalities of it as the gazetteer knows them, and others with plainly invented names. The
/// gazetteer has no company numbers, so municipalities have none; those of the others begin with 99 and have a right last digit.
/// </summary>
internal static class SampleOrganisations
{
    private const string Act = "organisations.add";

    private const int Municipalities = 26, FirstNumber = 9_900_000;

    private static readonly string[] Named =
    [
        "Karlovarský kraj (ukázka)", "Ukázková správa silnic, p. o.", "Ukázková nemocnice, a. s.", "Ukázková zdravotnická záchranná služba, p. o.", "Ukázkové muzeum, p. o.",
        "Ukázková krajská knihovna, p. o.", "Ukázková galerie umění, p. o.", "Vzorové gymnázium, p. o.", "Vzorová střední průmyslová škola, p. o.", "Vzorová obchodní akademie, p. o.",
        "Vzorová střední škola stravování, p. o.", "Domov pro seniory Vzorov, p. o.", "Domov se zvláštním režimem Ukázkov, p. o.", "Centrum sociálních služeb Vzor, p. o.", "Ukázkový dětský domov, p. o.",
        "Ukázkové lázně, a. s.", "Vzorový pramen, s. r. o.", "Ukázková teplárna, a. s.", "Ukázková dopravní, s. r. o.", "Vzorové stavby, s. r. o.",
        "Ukázkový projekt, s. r. o.", "Zhotovitel Vzor, a. s.", "Vzorové inženýrské stavby, a. s.", "Ukázková technika, s. r. o.", "Destinační agentura Vzor, z. s.",
        "Ukázková hospodářská komora", "Mikroregion Vzorovsko", "Místní akční skupina Ukázka, z. s.", "Sportovní klub Vzorov, z. s.", "Horská služba Ukázka, z. s.",
        "Ukázkový hospic, z. ú.", "Vzorová charita", "Ukázková vysoká škola – pobočka", "Dobrovolní hasiči Ukázkov, z. s.",
    ];

    public static IEnumerable<SampleStep> Steps(SampleYear year) =>
    [
        (unit, stop) => Towns(year, unit, stop),
        (unit, stop) => Others(year, unit, stop),
    ];

    private static async Task<Problem?> Towns(SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var chance = year.Chance("municipalities");
        var all = await Known(unit, stop);
        var towns = all.Where(p => p.Status is PlaceStatus.ExtendedPowers or PlaceStatus.AuthorisedOffice).ToList();
        var villages = all.Where(p => p.Status is PlaceStatus.Ordinary).Select(p => (Place: p, By: chance.Next(1_000_000))).OrderBy(p => p.By).ThenBy(p => p.Place.Code, StringComparer.Ordinal).Select(p => p.Place);
        return await Enter(unit, towns.Concat(villages).Take(Municipalities).OrderBy(p => p.Code, StringComparer.Ordinal)
            .Select(p => new OrganisationFacts((p.Status is PlaceStatus.Ordinary ? "Obec " : "Město ") + p.Name, Place: p.Code)), stop);
    }

    private static async Task<Problem?> Others(SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var chance = year.Chance("organisations");
        var places = (await Known(unit, stop)).Where(p => p.Status is PlaceStatus.ExtendedPowers or PlaceStatus.AuthorisedOffice).ToList();
        return await Enter(unit, Named.Select((name, i) => new OrganisationFacts(name, NumberOf(FirstNumber + (i * 7)), places.Count == 0 ? "" : chance.Of(places).Code, $"Ukázková {chance.Between(1, 120)}")), stop);
    }

    private static async Task<Problem?> Enter(SampleUnit unit, IEnumerable<OrganisationFacts> all, CancellationToken stop)
    {
        var register = unit.Get<IOrganisations>();
        foreach (var facts in all)
        {
            if (await register.Enter(facts, stop) is { Ok: false } refused)
            {
                return refused.Problems[0];
            }
        }

        return await unit.Count().Commit(unit.Get<Asker>().Act(Act, ""), stop) ? null : Problem.Conflict("samples.meanwhile");
    }

    /// <summary>The municipalities of the programme's territory; of all there are where the programme names none.</summary>
    private static async Task<IReadOnlyList<Place>> Known(SampleUnit unit, CancellationToken stop)
    {
        var territory = (await unit.Get<OwnProgramme>().Edition(stop))?.Territory;
        var all = await unit.Get<IPlaces>().All.Where(p => p.Kind == PlaceKind.Municipality).ToListAsync(stop);
        var own = all.Where(p => p.Region == territory).ToList();
        return [.. (own.Count > 0 ? own : all).OrderBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>Eight digits of seven and the one that checks them.</summary>
    private static string NumberOf(int seven)
    {
        var digits = seven.ToString("0000000", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Select(last => digits + last).First(number => CompanyNumber.Read(number).Ok);
    }
}
