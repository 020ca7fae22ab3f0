using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Search;

namespace Vridlo.Core.Programme;

/// <summary>
/// What search knows of programmes: the nodes of the edition in force, measures with the names of the instruments they need. A
/// scope is a programme.
/// </summary>
internal sealed class ProgrammeSearch : ISearchSource
{
    private const int PageSize = 1000;

    // Headings only group achievements; they say nothing of their own.
    private static readonly Dictionary<NodeKind, int> Order = new()
    {
        [NodeKind.Area] = 10,
        [NodeKind.Objective] = 12,
        [NodeKind.Measure] = 20,
        [NodeKind.Activity] = 40,
        [NodeKind.Goal] = 50,
        [NodeKind.Vision] = 52,
        [NodeKind.Achievement] = 60,
    };

    public string Name => "programme";

    public IReadOnlyList<SearchKind> Kinds { get; } = [.. Order.Select(o => new SearchKind(Key(o.Key), o.Value))];

    public IReadOnlyList<string> Touched(AppDb db) =>
        [.. db.ChangeTracker.Entries<EditionRow>().Where(e => e.State is not EntityState.Unchanged).Select(e => Scope(e.Entity.ProgrammeId)),
            .. db.ChangeTracker.Entries<ProgrammeRow>().Where(e => e.State is not EntityState.Unchanged).Select(e => Scope(e.Entity.Id))];

    public async Task<IReadOnlyList<string>> Due(AppDb db, LocalDate since, LocalDate today, CancellationToken stop)
    {
        var begun = await db.Set<EditionRow>()
            .Where(e => e.Status == EditionStatus.Approved && e.InForceFrom > since && e.InForceFrom <= today)
            .Select(e => e.ProgrammeId).Distinct().ToListAsync(stop);
        return [.. begun.Select(Scope)];
    }

    public async Task<IReadOnlyList<string>> Scopes(AppDb db, CancellationToken stop) =>
        [.. (await db.Set<ProgrammeRow>().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop)).Select(Scope)];

    public async IAsyncEnumerable<SearchItem> Items(
        AppDb db, IReadOnlyList<string> scopes, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var scope in scopes)
        {
            await foreach (var item in Of(db, scope, today, stop))
            {
                yield return item;
            }
        }
    }

    private static async IAsyncEnumerable<SearchItem> Of(AppDb db, string scope, LocalDate today, [EnumeratorCancellation] CancellationToken stop)
    {
        var id = ProgrammeId.From(Guid.ParseExact(scope, "D"));
        var found = await (
            from edition in db.Set<EditionRow>()
            join programme in db.Set<ProgrammeRow>() on edition.ProgrammeId equals programme.Id
            where programme.Id == id && edition.Status == EditionStatus.Approved && edition.InForceFrom <= today
            orderby edition.InForceFrom descending, edition.Id descending
            select new { Edition = edition.Id, programme.Code, Title = edition.ProgrammeTitle, Short = edition.ProgrammeShort }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            yield break;
        }

        var needed = (await db.Set<NeedRow>().Where(n => n.EditionId == found.Edition).OrderBy(n => n.Position)
            .Select(n => new { n.MeasureId, n.Title }).ToListAsync(stop)).ToLookup(n => n.MeasureId, n => n.Title);
        var above = new Stack<NodeRow>();
        await foreach (var row in Rows(db, found.Edition, stop))
        {
            while (above.TryPeek(out var top) && top.Last < row.Position)
            {
                above.Pop();
            }

            if (Item(scope, row, $"/programy/{found.Code}/{row.Code}", needed[row.NodeId], above.Reverse()) is { } item)
            {
                yield return item with { Whose = found.Short ?? found.Title };
            }

            above.Push(row);
        }
    }

    private static async IAsyncEnumerable<NodeRow> Rows(AppDb db, EditionId edition, [EnumeratorCancellation] CancellationToken stop)
    {
        for (List<NodeRow>? page = null; page is null || page.Count == PageSize;)
        {
            var after = page is null ? 0 : page[^1].Position;
            page = await db.Set<NodeRow>().AsNoTracking()
                .Where(n => n.EditionId == edition && n.Position > after).OrderBy(n => n.Position).Take(PageSize).ToListAsync(stop);
            foreach (var row in page)
            {
                yield return row;
            }
        }
    }

    private static SearchItem? Item(string scope, NodeRow row, string path, IEnumerable<Localized> needed, IEnumerable<NodeRow> above)
    {
        Localized[] body = [.. new[] { row.Change, row.Text }.OfType<Localized>(), .. row.Aliases.Select(a => new Localized(a.Title)), .. needed];
        return !Order.ContainsKey(row.Kind) || (row.Title is null && body.Length == 0) ? null : new()
        {
            Scope = scope,
            Kind = Key(row.Kind),
            Code = row.Code,
            Title = row.Title,
            Body = body,
            Above = [.. above.Select(n => n.Title).OfType<Localized>()],
            Path = path,
        };
    }

    private static string Scope(ProgrammeId programme) => programme.Value.ToString("D");

    private static string Key(NodeKind kind) => kind.ToString().ToLowerInvariant();
}
