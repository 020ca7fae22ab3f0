using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Deciding;
using Vridlo.Statements.Issuing;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Demo;

/// <summary>Sample applications over a year, as officers enter what comes by data box or on paper; without contacts, so that nobody is written to.</summary>
internal static class SampleApplications
{
    private const int Count = 40, DaysBack = 355, Open = 7;

    private static readonly string[] Titles = ["Komunitní centrum", "Oprava místní komunikace", "Fotovoltaika na škole", "Rozšíření kapacity služby", "Naučná stezka", "Sportoviště pro veřejnost", "Energetická úspora objektu", "Modernizace učeben"];

    private static readonly string[] Reasons =
        ["Projekt naplňuje uvedené opatření: výstupy odpovídají jeho aktivitám a území.", "Záměr je s programem v souladu, doporučuje se koordinace s krajskou koncepcí.", "Cíle projektu odpovídají požadované změně v dané oblasti."];

    private const string Signatory = "Ing. Vzorový Úředník", Aside = "Žadatel vzal žádost zpět", Withdrawn = "Projekt se podstatně změnil", Corrected = "V odůvodnění byla písařská chyba";

    /// <summary>What becomes of an application, by its place among all; the last ones are still open.</summary>
    public static IEnumerable<SampleStep> Steps(SampleYear year) => Enumerable.Range(0, Count).SelectMany(i => OfOne(i, year));

    private static IEnumerable<SampleStep> OfOne(int i, SampleYear year)
    {
        var id = new StatementId(year.Chance($"application-{i}-id").Id());
        yield return (unit, stop) => Receive(i, id, year, unit, stop);
        if (i % 10 == 4)
        {
            yield return (unit, stop) => Changed(unit, id, (version, u) => u.Get<SetAside>().Run(id, version, Aside, stop), stop);
            yield break;
        }

        if (i >= Count - 4)
        {
            yield break;
        }

        yield return (unit, stop) => Decide(i, id, year, unit, stop);
        if (i >= Count - Open)
        {
            yield break;
        }

        var on = Received(i, year).PlusDays(year.Chance($"issue-{i}").Between(9, 29));
        yield return (unit, stop) => Issue(unit, id, on, year, stop);
        if (i % 12 == 5)
        {
            yield return (unit, stop) => Changed(unit, id, (version, u) => u.Get<WithdrawStatement>().Run(id, version, Withdrawn, stop), stop);
        }

        if (i % 12 == 7)
        {
            yield return (unit, stop) => Changed(unit, id, (version, u) => u.Get<CorrectStatement>().Run(id, version, Corrected, stop), stop);
            yield return async (unit, stop) => await Issue(unit, await unit.Get<AppDb>().Set<Application>().Where(a => a.Corrects == id).Select(a => a.Id).SingleAsync(stop), on.PlusDays(14), year, stop);
        }
    }

    private static Task<Problem?> Issue(SampleUnit unit, StatementId id, LocalDate on, SampleYear year, CancellationToken stop) =>
        Changed(unit, id, (version, u) => u.Get<IssueStatement>().Run(id, version, stop, on < year.Day ? on : year.Day), stop);

    private static LocalDate Received(int i, SampleYear year) => year.Day.PlusDays(-DaysBack * (Count - i) / Count);

    private static async Task<Problem?> Receive(int i, StatementId id, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var chance = year.Chance($"application-{i}");
        var applicants = await unit.Get<IOrganisations>().All.Where(o => o.Number != null).OrderBy(o => o.Number).ToListAsync(stop);
        var places = await unit.Get<IPlaces>().All.Where(p => p.Kind == PlaceKind.Municipality && p.Status != PlaceStatus.MilitaryDistrict).OrderBy(p => p.Code).ToListAsync(stop);
        var (applicant, place, codes) = (chance.Of(applicants), chance.Of(places), await Codes(unit, stop));
        var (cost, starts) = (chance.Between(4, 600) * 100_000L, year.Day.PlusDays(chance.Between(60, 300)));
        var title = $"{Titles[i % Titles.Length]} – {place.Name}";
        var typed = new ApplicationTyped(
            applicant.Name, applicant.Number!, applicant.Address.Length > 0 ? applicant.Address : place.Name, "", "", "", "", title, place.Code,
            $"{title}: ukázková žádost, její obsah je smyšlený.", "Zlepšit podmínky v území a naplnit opatření programu.", "Jeden dokončený objekt v provozu.", $"{cost}", "IROP 2021–2027", $"{chance.Between(10, 90)}. výzva",
            $"{cost / 100 * chance.Between(50, 90)}", Typed(starts.PlusDays(-30)), Typed(starts), Typed(starts.PlusDays(chance.Between(120, 600))), codes.Count == 0 ? [] : [chance.Of(codes)]);
        unit.Count();
        var received = await unit.Get<ReceiveApplication>().Run(new(typed, new(chance.OneIn(4) ? Channel.Paper : Channel.DataBox, Received(i, year)), Language.Cs, id.Value), stop);
        return received.Ok ? null : received.Problems[0];
    }

    private static async Task<Problem?> Decide(int i, StatementId id, SampleYear year, SampleUnit unit, CancellationToken stop)
    {
        var chance = year.Chance($"decision-{i}");
        var codes = await Codes(unit, stop);
        var outcome = (i % 9) switch { 3 => Outcome.Partly, 6 => Outcome.NotInAccord, 8 => Outcome.NotAssessable, _ => Outcome.InAccord };
        IReadOnlyList<string> chosen = outcome is Outcome.InAccord or Outcome.Partly ? [.. Enumerable.Range(0, chance.Between(1, 2)).Select(_ => chance.Of(codes)).Distinct()] : [];
        var until = chance.OneIn(3) ? Typed(year.Day.PlusDays(chance.Between(200, 700))) : "";
        return await Changed(unit, id, (version, u) => u.Get<DecideApplication>().Run(new(id, version, outcome, chosen, chance.Of(Reasons), until, Signatory, "vedoucí odboru"), stop), stop);
    }

    /// <summary>One act on an application as it stands, with the step counted in the same commit.</summary>
    private static async Task<Problem?> Changed<T>(SampleUnit unit, StatementId id, Func<int, SampleUnit, Task<Result<T>>> act, CancellationToken stop)
    {
        var version = await unit.Get<AppDb>().Set<Application>().Where(a => a.Id == id).Select(a => a.Version).FirstAsync(stop);
        unit.Count();
        var done = await act(version, unit);
        return done.Ok ? null : done.Problems[0];
    }

    private static async Task<IReadOnlyList<string>> Codes(SampleUnit unit, CancellationToken stop) =>
        [.. (await unit.Get<OwnProgramme>().ByCode(stop)).Keys.Order(StringComparer.Ordinal)];

    private static string Typed(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {day.Month}. {day.Year}");
}
