using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Funds;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;

namespace Vridlo.Projects.Demo;

/// <summary>What sample projects refer to, in an order that depends on nothing but what it is.</summary>
internal sealed record SampleKnown(
    IReadOnlyList<(string Name, IReadOnlyList<Node> Nodes)> Areas,
    IReadOnlyList<Place> Places,
    IReadOnlyList<OrganisationListed> Organisations,
    IReadOnlyDictionary<string, FundListed> Funds,
    IReadOnlyList<Node> Tree,
    IReadOnlyList<NeedState> Needs)
{
    /// <summary>Those that have a number.</summary>
    public IReadOnlyList<OrganisationListed> Numbered { get; } = [.. Organisations.Where(o => o.Number is not null)];

    /// <summary>The larger municipalities, where more goes on.</summary>
    public IReadOnlyList<Place> Towns { get; } = [.. Places.Where(p => p.Status is PlaceStatus.ExtendedPowers or PlaceStatus.AuthorisedOffice)];

    public static async Task<SampleKnown> Read(SampleUnit unit, CancellationToken stop)
    {
        var programme = unit.Get<OwnProgramme>();
        var (edition, tree) = (await programme.Edition(stop), await programme.Tree(stop));
        var places = await unit.Get<IPlaces>().All.Where(p => p.Kind == PlaceKind.Municipality && p.Status != PlaceStatus.MilitaryDistrict).ToListAsync(stop);
        var own = places.Where(p => p.Region == edition?.Territory).ToList();
        var organisations = await unit.Get<IOrganisations>().All.Where(o => o.Id == o.Self).ToListAsync(stop);
        var areas = from area in tree
                    where area.Kind is NodeKind.Area
                    let nodes = tree.Where(n => n.Kind is NodeKind.Measure or NodeKind.Activity && area.Holds(n)).ToList()
                    where nodes.Count > 0
                    let named = area.Title is null ? nodes[0] : area
                    select (named.Title?.For(Language.Cs).Text ?? "", (IReadOnlyList<Node>)nodes);
        return new(
            [.. areas],
            [.. (own.Count > 0 ? own : places).OrderBy(p => p.Code, StringComparer.Ordinal)],
            [.. organisations.OrderBy(o => o.Number, StringComparer.Ordinal).ThenBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Place, StringComparer.Ordinal)],
            await unit.Get<IMoneyLedger>().Funds.ToDictionaryAsync(f => f.Code, StringComparer.Ordinal, stop),
            tree,
            edition is null ? [] : await unit.Get<IProgrammeLedger>().Needs(edition.Id, null, stop));
    }

    /// <summary>Who carries out a project: the municipality where it is, when it is in the register, or an organisation that does such things.</summary>
    public OrganisationListed Bearer(SampleTheme theme, string place, SampleChance chance)
    {
        var town = Organisations.FirstOrDefault(o => o.Number is null && o.Place == place);
        var such = Numbered.Where(o => theme.Bearer.Length > 0 && Folding.Fold(o.Name).Contains(theme.Bearer, StringComparison.Ordinal)).ToList();
        return town is not null && chance.OneIn(2) ? town : such.Count > 0 && !chance.OneIn(4) ? chance.Of(such) : chance.Of(Numbered);
    }
}
