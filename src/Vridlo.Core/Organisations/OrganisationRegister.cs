using Microsoft.EntityFrameworkCore;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Places;

namespace Vridlo.Core.Organisations;

/// <summary>The register in the database.</summary>
internal sealed class OrganisationRegister(AppDb db, IPlaces places) : IOrganisations
{
    private const int Longest = 300, MostAlike = 20;

    public IQueryable<OrganisationListed> All => db.Set<Organisation>().AsNoTracking().Select(o => new OrganisationListed
    {
        Id = o.Id,
        Number = o.Number,
        Name = o.Name,
        NameKey = o.NameKey,
        Place = o.Place,
        Address = o.Address,
        DataBox = o.DataBox,
        Web = o.Web,
        Self = o.MergedInto ?? o.Id,
        Version = o.Version,
    });

    public async Task<IReadOnlyList<OrganisationListed>> Alike(OrganisationId organisation, CancellationToken stop)
    {
        if (await All.FirstOrDefaultAsync(o => o.Id == organisation, stop) is not { } self)
        {
            return [];
        }

        var first = self.NameKey.Split(' ')[0];
        var near = await All.Where(o => o.Id == o.Self && o.Id != self.Self && o.NameKey.StartsWith(first)).OrderBy(o => o.Name).ThenBy(o => o.Id).Take(1000).ToListAsync(stop);
        return [.. near.Where(o => o.NameKey == self.NameKey || (o.NameKey + " ").StartsWith(self.NameKey + " ", StringComparison.Ordinal)
            || (self.NameKey + " ").StartsWith(o.NameKey + " ", StringComparison.Ordinal)).Take(MostAlike)];
    }

    public async Task<OrganisationListed?> Find(string? number, string name, CancellationToken stop)
    {
        var key = OrganisationNames.Key(name);
        var found = number is null
            ? await All.Where(o => o.NameKey == key && o.Id == o.Self).Take(2).ToListAsync(stop)
            : await All.Where(o => o.Number == number).Take(2).ToListAsync(stop);
        return found is not [var only] ? null : only.Id == only.Self ? only : await All.FirstAsync(o => o.Id == only.Self, stop);
    }

    public async Task<Result<OrganisationId>> Enter(OrganisationFacts facts, CancellationToken stop)
    {
        var read = await Read(facts, null, stop);
        if (!read.Ok)
        {
            return read.Problems.ToArray();
        }

        if (read.Value.Number is not null && await WithoutNumber(facts.Name, read.Value.Place, stop) is { } known)
        {
            (known.Number, known.Place, known.Version) = (read.Value.Number, known.Place ?? read.Value.Place, known.Version + 1);
            (known.Address, known.DataBox, known.Web) = (Or(known.Address, facts.Address), Or(known.DataBox, facts.DataBox.ToLowerInvariant()), Or(known.Web, facts.Web));
            return known.Id;
        }

        var added = new Organisation
        {
            Id = TypedId.New<OrganisationId>(),
            Number = read.Value.Number,
            Name = facts.Name.Trim(),
            NameKey = OrganisationNames.Key(facts.Name),
            Place = read.Value.Place,
            Address = facts.Address.Trim(),
            DataBox = facts.DataBox.Trim().ToLowerInvariant(),
            Web = facts.Web.Trim(),
            Version = 1,
        };
        db.Add(added);
        return added.Id;
    }

    public async Task<Result<int>> Change(OrganisationId organisation, int version, OrganisationFacts facts, CancellationToken stop)
    {
        if (await db.FindAsync<Organisation>([organisation], stop) is not { } there)
        {
            return Problem.NotFound("organisations.unknown");
        }

        var read = await Read(facts, organisation, stop);
        if (!read.Ok)
        {
            return read.Problems.ToArray();
        }

        if (there.Version != version)
        {
            return Problem.Conflict("organisations.changed-meanwhile");
        }

        (there.Number, there.Name, there.NameKey, there.Place) = (read.Value.Number, facts.Name.Trim(), OrganisationNames.Key(facts.Name), read.Value.Place);
        (there.Address, there.DataBox, there.Web) = (facts.Address.Trim(), facts.DataBox.Trim().ToLowerInvariant(), facts.Web.Trim());
        return ++there.Version;
    }

    public async Task<Result<int>> Merge(OrganisationId organisation, OrganisationId into, CancellationToken stop)
    {
        if (organisation == into)
        {
            return Problem.Invalid("organisations.merge-itself", "into");
        }

        if (await db.FindAsync<Organisation>([organisation], stop) is not { } gone || await db.FindAsync<Organisation>([into], stop) is not { } stays)
        {
            return Problem.NotFound("organisations.unknown");
        }

        if (gone.MergedInto is not null || stays.MergedInto is not null)
        {
            return Problem.Conflict("organisations.merged-already");
        }

        List<Organisation> all = [gone, .. await db.Set<Organisation>().Where(o => o.MergedInto == organisation).ToListAsync(stop)];
        foreach (var one in all)
        {
            (one.MergedInto, one.Version) = (into, one.Version + 1);
        }

        // Whoever merges the other one away at the same time must be told.
        stays.Version++;
        return all.Count;
    }

    private async Task<Result<(string? Number, string? Place)>> Read(OrganisationFacts facts, OrganisationId? own, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var (number, place) = (facts.Number.Trim(), facts.Place.Trim());
        string? digits = null;
        if (number.Length > 0)
        {
            var read = CompanyNumber.Read(number);
            problems.AddRange(read.Problems.Select(p => p with { Field = "number" }));
            digits = read.Ok ? read.Value.Digits : null;
        }

        When(string.IsNullOrWhiteSpace(facts.Name), Problem.Invalid("organisations.name-missing", "name"));
        When(Fields(facts).Any(f => f.Length > Longest || f.Contains('\0', StringComparison.Ordinal)), Problem.Invalid("organisations.words-wrong", "name", Longest));
        When(facts.DataBox.Trim() is { Length: not 0 and not 7 } or { Length: 7 } && !facts.DataBox.Trim().All(char.IsAsciiLetterOrDigit), Problem.Invalid("organisations.data-box-wrong", "dataBox"));
        When(facts.Web.Trim() is { Length: > 0 } web && !(Uri.TryCreate(web, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"), Problem.Invalid("organisations.web-wrong", "web"));
        When(place.Length > 0 && !await places.All.AnyAsync(p => p.Code == place && p.Kind == PlaceKind.Municipality, stop), Problem.Invalid("organisations.place-unknown", "place"));
        When(digits is not null && await db.Set<Organisation>().AnyAsync(o => o.Number == digits && o.Id != own, stop), Problem.Conflict(IOrganisations.NumberTaken, digits ?? "") with { Field = "number" });
        return problems.Count > 0 ? problems.ToArray() : (digits, place.Length == 0 ? null : place);

        void When(bool wrong, Problem problem) => problems.AddRange(wrong ? [problem] : Array.Empty<Problem>());
    }

    /// <summary>The only organisation of this name that has no number and stands for itself, also one that is being entered; null when there is none, or several.</summary>
    private async Task<Organisation?> WithoutNumber(string name, string? place, CancellationToken stop)
    {
        var key = OrganisationNames.Key(name);
        var stored = await db.Set<Organisation>().Where(o => o.NameKey == key && o.Number == null && o.MergedInto == null).ToListAsync(stop);
        var all = stored.Union(db.Set<Organisation>().Local.Where(o => o.NameKey == key)).Where(o => o is { Number: null, MergedInto: null } && OrganisationNames.AreOne(o.Name, name)).Take(2).ToList();
        return all is [var only] && (place is null || only.Place is null || only.Place == place) ? only : null;
    }

    private static string Or(string known, string given) => known.Length > 0 ? known : given.Trim();

    private static string[] Fields(OrganisationFacts facts) => [facts.Name, facts.Address, facts.DataBox, facts.Web];
}
