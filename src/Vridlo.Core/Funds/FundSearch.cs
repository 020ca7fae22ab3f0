using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Core.Funds;

/// <summary>What search knows of funds: their names, and the programmes of those who pay. Each is a scope of its own.</summary>
internal sealed class FundSearch : ISearchSource
{
    private const string Kind = "fund";

    public string Name => "fund";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, 28)];

    public IReadOnlyList<string> Touched(AppDb db) => [.. db.ChangeTracker.Entries<Fund>().Where(e => e.State is not EntityState.Unchanged).Select(e => Key(e.Entity.Id))];

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<Fund>().OrderBy(f => f.SortTitle).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(stop)).Select(Key)];

    public async IAsyncEnumerable<SearchItem> Items(AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        List<FundId> ids = [.. scopes.Select(s => new FundId(Guid.Parse(s)))];
        foreach (var fund in await db.Set<Fund>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(stop))
        {
            yield return new()
            {
                Scope = Key(fund.Id),
                Kind = Kind,
                Code = fund.Code,
                Title = fund.Title,
                Body = fund.Programme.Length > 0 ? [new(fund.Programme)] : [],
                Path = $"/penize/zdroje/{fund.Code}",
            };
        }
    }

    private static string Key(FundId id) => id.Value.ToString();
}
