using Microsoft.EntityFrameworkCore;

namespace Vridlo.Core.Programme;

/// <summary>Gives an edition back as it was entered, for export.</summary>
internal sealed partial class ProgrammeLedger
{
    public async Task<EditionContent?> Content(string programme, string? edition, CancellationToken stop)
    {
        var row = await (
            from e in db.Set<EditionRow>().AsNoTracking().Include(e => e.Approvals).Include(e => e.Departments)
            join p in db.Set<ProgrammeRow>() on e.ProgrammeId equals p.Id
            where p.Code == programme && (edition == null || e.Code == edition)
            orderby e.InForceFrom descending, e.Id descending
            select new { Programme = p, Edition = e }).AsSingleQuery().FirstOrDefaultAsync(stop);
        if (row is null)
        {
            return null;
        }

        var (owner, head) = (row.Programme, row.Edition);
        var nodes = await db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == head.Id).OrderBy(n => n.Position).ToListAsync(stop);
        var needs = await db.Set<NeedRow>().AsNoTracking().Include(n => n.Activities)
            .Where(n => n.EditionId == head.Id).OrderBy(n => n.Position).ToListAsync(stop);
        var codes = nodes.ToDictionary(n => n.NodeId, n => n.Code);
        return new()
        {
            Code = owner.Code,
            Kind = head.Kind,
            Territory = head.Territory,
            Title = head.ProgrammeTitle,
            Short = head.ProgrammeShort,
            From = head.PeriodFrom,
            To = head.PeriodTo,
            Edition = head.Code,
            EditionTitle = head.Title,
            Status = head.Status,
            Follows = head.FollowsId is { } follows ? await db.Set<EditionRow>().Where(e => e.Id == follows).Select(e => e.Code).SingleAsync(stop) : null,
            InForceFrom = head.InForceFrom,
            Approvals = Approvals(head),
            Document = await Document(head, stop),
            OwnersSource = head.OwnersSource,
            Departments = [.. head.Departments.OrderBy(d => d.Position).Select(d => new Department(d.Key, d.Name))],
            Nodes = Grow(new(nodes), int.MaxValue),
            Needs = [.. needs.Select(n => Need(n, codes))],
        };
    }

    /// <summary>Takes the rows up to <paramref name="last"/> off the queue and makes trees of them.</summary>
    private static List<NodeContent> Grow(Queue<NodeRow> rows, int last)
    {
        var nodes = new List<NodeContent>();
        while (rows.TryPeek(out var next) && next.Position <= last)
        {
            var row = rows.Dequeue();
            nodes.Add(Content(row) with { Children = Grow(rows, row.Last) });
        }

        return nodes;
    }

    /// <summary>What a row says of its node, without the nodes below.</summary>
    internal static NodeContent Content(NodeRow row) => new()
    {
        Kind = row.Kind,
        Code = row.Code,
        Was = row.Was,
        Title = row.Title,
        Change = row.Change,
        Text = row.Text,
        Department = row.Department,
        Source = Span(row),
        Aliases = row.Aliases,
        Edits = row.Edits,
    };

    private async Task<SourceDocument?> Document(EditionRow edition, CancellationToken stop)
    {
        if (edition is not { DocumentFile: { } file, DocumentTitle: { } title, DocumentSha256: { } hash })
        {
            return null;
        }

        var parts = await db.Set<DocumentPartRow>().AsNoTracking().Where(p => p.EditionId == edition.Id).OrderBy(p => p.Part).ToListAsync(stop);
        var pages = parts.GroupBy(p => p.Page).Select(page => string.Join('\n', page.Select(p => p.Text)));
        return new(file, title, hash, edition.DocumentSource, parts.Any(p => p.Page is not null), [.. pages]);
    }
}
