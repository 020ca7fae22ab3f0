using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Core.Organisations;

/// <summary>
/// What search knows of organisations: their names, those of others that are merged into them, and their numbers. Each that stands for
/// itself is a scope of its own.
/// </summary>
internal sealed class OrganisationSearch : ISearchSource
{
    private const string Kind = "organisation";

    public string Name => "organisation";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, 34)];

    public IReadOnlyList<string> Touched(AppDb db) =>
    [
        .. from entry in db.ChangeTracker.Entries<Organisation>()
           where entry.State is not EntityState.Unchanged
           let merging = entry.Property(o => o.MergedInto)
           from id in new[] { entry.Entity.Id, merging.OriginalValue, merging.CurrentValue }
           where id is not null
           select Key(id.Value)
    ];

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<Organisation>().Where(o => o.MergedInto == null).OrderBy(o => o.NameKey).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(stop)).Select(Key)];

    public async IAsyncEnumerable<SearchItem> Items(AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        List<OrganisationId> ids = [.. scopes.Select(s => new OrganisationId(Guid.Parse(s)))];
        var merged = (await db.Set<Organisation>().Where(o => o.MergedInto != null && ids.Contains(o.MergedInto.Value)).OrderBy(o => o.NameKey).ThenBy(o => o.Id)
            .Select(o => new { Into = o.MergedInto!.Value, o.Name, o.Number }).ToListAsync(stop)).ToLookup(o => o.Into);
        foreach (var one in await db.Set<Organisation>().Where(o => ids.Contains(o.Id) && o.MergedInto == null).Select(o => new { o.Id, o.Name, o.Number }).ToListAsync(stop))
        {
            yield return new()
            {
                Scope = Key(one.Id),
                Kind = Kind,
                Code = one.Number,
                Title = new(one.Name),
                Body = [.. merged[one.Id].Select(o => new Localized($"{o.Name} {o.Number}".Trim()))],
                Path = $"/subjekty/{OrganisationListed.CodeOf(one.Number, one.Id)}",
            };
        }
    }

    private static string Key(OrganisationId id) => id.Value.ToString();
}
