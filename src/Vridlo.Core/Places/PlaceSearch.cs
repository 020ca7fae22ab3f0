using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Core.Places;

/// <summary>What search knows of places: districts and municipalities by their names. All of them are one scope.</summary>
internal sealed class PlaceSearch : ISearchSource
{
    private const string Scope = "all";
    private const string District = "district";
    private const string Municipality = "municipality";

    public string Name => "place";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(District, 30), new(Municipality, 32)];

    public IReadOnlyList<string> Touched(AppDb db) =>
        db.ChangeTracker.Entries<PlaceRow>().Any(e => e.State is not EntityState.Unchanged) ? [Scope] : [];

    public Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([Scope]);

    public async IAsyncEnumerable<SearchItem> Items(
        AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        // The gazetteer of the whole republic is some six thousand short rows.
        var places = await db.Set<PlaceRow>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Code).ToListAsync(stop);
        var byCode = places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        foreach (var place in places.Where(p => p.Kind is PlaceKind.District or PlaceKind.Municipality))
        {
            yield return new()
            {
                Scope = Scope,
                Kind = place.Kind is PlaceKind.District ? District : Municipality,
                Title = Named(place),
                Above = [.. Above(place, byCode).Reverse().Select(Named)],
                Path = (place.Kind is PlaceKind.District ? "/okresy/" : "/obce/") + place.Code,
            };
        }
    }

    private static IEnumerable<PlaceRow> Above(PlaceRow place, Dictionary<string, PlaceRow> byCode)
    {
        while (place.ParentCode is { } parent && byCode.TryGetValue(parent, out var above))
        {
            yield return place = above;
        }
    }

    private static Localized Named(PlaceRow place) => place.Names ?? new(place.Name);
}
