using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Publishing;

namespace Vridlo.Core.Programme;

/// <summary>The reading half of the ledger of programmes: projections without tracking.</summary>
internal sealed partial class ProgrammeLedger
{
    private const int ContextLines = 3;

    private static readonly string[] OfProgramme = [Topics.Programme];
    private static readonly string[] OfNeeds = [Topics.Programme, Topics.Instruments];

    public IQueryable<ProgrammeListed> Programmes =>
        from programme in db.Set<ProgrammeRow>().AsNoTracking()
        where db.Set<EditionRow>().Any(e => e.ProgrammeId == programme.Id && e.Status == EditionStatus.Approved)
        select new ProgrammeListed
        {
            Id = programme.Id,
            Code = programme.Code,
            Kind = programme.Kind,
            Territory = programme.Territory,
            Title = programme.Title,
            SortTitle = programme.SortTitle,
        };

    public Task<string?> First(CancellationToken stop) => kept.Get(
        nameof(First), OfProgramme, () => Programmes.Where(p => p.Kind != ProgrammeKind.International).OrderBy(p => p.Id).Select(p => p.Code).FirstOrDefaultAsync(stop), _ => 1);

    public async Task<EditionHead?> Edition(string programme, string edition, CancellationToken stop) =>
        (await Editions(programme, stop)).FirstOrDefault(e => e.Code == edition);

    public async Task<EditionHead?> InForce(string programme, LocalDate day, CancellationToken stop) =>
        (await Editions(programme, stop)).FirstOrDefault(e => e.InForceFrom <= day && (e.ReplacedOn is null || e.ReplacedOn > day));

    public Task<IReadOnlyList<EditionHead>> Editions(string programme, CancellationToken stop) => kept.Get(
        (nameof(Editions), programme), OfProgramme, () => ReadEditions(programme, stop), heads => heads.Count * 10);

    private async Task<IReadOnlyList<EditionHead>> ReadEditions(string programme, CancellationToken stop)
    {
        var rows = await (
            from edition in db.Set<EditionRow>().AsNoTrackingWithIdentityResolution().Include(e => e.Approvals).Include(e => e.Departments)
            join owner in db.Set<ProgrammeRow>() on edition.ProgrammeId equals owner.Id
            where owner.Code == programme && edition.Status == EditionStatus.Approved
            orderby edition.InForceFrom descending, edition.Id descending
            select new { edition, owner }).AsSingleQuery().ToListAsync(stop);
        LocalDate? later = null;
        var heads = new List<EditionHead>(rows.Count);
        foreach (var row in rows)
        {
            heads.Add(Head(row.owner, row.edition, later));
            later = row.edition.InForceFrom;
        }

        return heads;
    }

    public async Task<IReadOnlyDictionary<EditionId, EditionNamed>> Named(IReadOnlyList<EditionId> editions, CancellationToken stop) =>
        await (from edition in db.Set<EditionRow>().AsNoTracking()
               join owner in db.Set<ProgrammeRow>() on edition.ProgrammeId equals owner.Id
               where editions.Contains(edition.Id) && edition.Status == EditionStatus.Approved
               select new EditionNamed(edition.Id, owner.Code, owner.Title, edition.Code, edition.Title)).ToDictionaryAsync(e => e.Id, stop);

    public Task<IReadOnlyList<Node>> Tree(EditionId edition, CancellationToken stop) =>
        kept.Get((nameof(Tree), edition), OfProgramme, () => ReadTree(edition, stop), nodes => nodes.Count);

    private async Task<IReadOnlyList<Node>> ReadTree(EditionId edition, CancellationToken stop)
    {
        var rows = await db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == edition).OrderBy(n => n.Position).ToListAsync(stop);
        return Nodes(rows);
    }

    public IQueryable<NodeListed> Nodes(EditionId edition)
    {
        var nodes = db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == edition);
        return from node in nodes
               select new NodeListed
               {
                   Id = node.NodeId,
                   Kind = node.Kind,
                   Code = node.Code,
                   Position = node.Position,
                   Depth = node.Depth,
                   Parent = nodes.Where(a => a.Position <= node.Position && a.Last >= node.Position && a.Depth == node.Depth - 1).Select(a => a.Code).FirstOrDefault(),
                   Area = nodes.Where(a => a.Position <= node.Position && a.Last >= node.Position && a.Kind == NodeKind.Area).Select(a => a.Code).FirstOrDefault(),
                   Title = node.Title,
                   Department = nodes.Where(a => a.Position <= node.Position && a.Last >= node.Position && a.Department != null)
                       .OrderByDescending(a => a.Position).Select(a => a.Department).FirstOrDefault(),
                   SourcePage = node.SourcePage,
                   SourceLine = node.SourceLine,
               };
    }

    public async Task<NodeSurroundings?> Node(EditionId edition, string code, CancellationToken stop) =>
        await Size(edition, stop) <= Kept.Largest ? NodeSurroundings.In(await Tree(edition, stop), code) : await ReadNode(edition, code, stop);

    private Task<int> Size(EditionId edition, CancellationToken stop) => kept.Get(
        (nameof(Size), edition), OfProgramme, () => db.Set<NodeRow>().CountAsync(n => n.EditionId == edition, stop), _ => 1);

    /// <summary>The same from a tree too large to be kept in memory: in two statements, however large it is.</summary>
    internal async Task<NodeSurroundings?> ReadNode(EditionId edition, string code, CancellationToken stop)
    {
        var nodes = db.Set<NodeRow>().AsNoTracking().Where(n => n.EditionId == edition);
        var path = await Path(nodes, code, stop);
        if (path is not [.., var self])
        {
            return null;
        }

        var below = nodes.Where(n => n.Position > self.Position && n.Position <= self.Last);
        var beside = nodes.Where(n => n.ParentId == self.ParentId && n.Kind == self.Kind);
        var before = beside.Where(n => n.Position < self.Position).OrderByDescending(n => n.Position).Take(NodeSurroundings.Neighbours);
        var after = beside.Where(n => n.Position > self.Last).OrderBy(n => n.Position).Take(NodeSurroundings.Neighbours);
        var around = (await before.Concat(after).Concat(below).ToListAsync(stop)).ToLookup(n => n.Position > self.Position && n.Position <= self.Last);
        var inherited = path.SkipLast(1).LastOrDefault(a => a.Department is not null)?.Department;
        var branch = Nodes([.. path, .. around[true].OrderBy(n => n.Position)]);
        return new(
            branch[path.Count - 1],
            branch[..(path.Count - 1)],
            branch[path.Count..],
            [.. around[false].Append(self).OrderBy(n => n.Position).Select(n => Node(n, n.Department ?? inherited))]);
    }

    /// <summary>The nodes from the top down to the one with the code; empty when there is none. Two levels above come with it at once.</summary>
    private static async Task<List<NodeRow>> Path(IQueryable<NodeRow> nodes, string code, CancellationToken stop)
    {
        var found = await (
            from self in nodes
            where self.Code == code
            from up in nodes.Where(n => n.NodeId == self.ParentId).DefaultIfEmpty()
            from top in nodes.Where(n => n.NodeId == up.ParentId).DefaultIfEmpty()
            select new { self, up, top }).FirstOrDefaultAsync(stop);
        List<NodeRow> path = [.. ((NodeRow?[])[found?.top, found?.up, found?.self]).OfType<NodeRow>()];
        while (path is [{ ParentId: { } above }, ..])
        {
            path.Insert(0, await nodes.FirstAsync(n => n.NodeId == above, stop));
        }

        return path;
    }

    public async Task<IReadOnlyList<NodeInEdition>> History(NodeId node, CancellationToken stop)
    {
        var rows = await (
            from row in db.Set<NodeRow>().AsNoTracking()
            join edition in db.Set<EditionRow>().AsNoTracking().Include(e => e.Approvals) on row.EditionId equals edition.Id
            where row.NodeId == node && edition.Status == EditionStatus.Approved
            orderby edition.InForceFrom, edition.Id
            select new { row, edition }).AsSingleQuery().ToListAsync(stop);
        return [.. rows.Select(r => new NodeInEdition(r.edition.Code, r.edition.Title, r.edition.InForceFrom, Approvals(r.edition), Node(r.row, r.row.Department)))];
    }

    public async Task<IReadOnlyList<NodePlaced>> Placed(IReadOnlyCollection<NodeId> nodes, LocalDate day, CancellationToken stop)
    {
        var begun = db.Set<EditionRow>().AsNoTracking().Where(e => e.Status == EditionStatus.Approved && e.InForceFrom <= day);
        var found = await (
            from row in db.Set<NodeRow>().AsNoTracking()
            join edition in begun on row.EditionId equals edition.Id
            join owner in db.Set<ProgrammeRow>() on edition.ProgrammeId equals owner.Id
            where nodes.Contains(row.NodeId) && !begun.Any(e => e.ProgrammeId == edition.ProgrammeId && e.InForceFrom > edition.InForceFrom)
            orderby owner.Id, edition.Id, row.Position
            select new NodePlaced(row.NodeId, owner.Id, owner.Code, edition.ProgrammeShort ?? edition.ProgrammeTitle, row.Kind, row.Code, row.Title)).ToListAsync(stop);
        return [.. found.DistinctBy(n => n.Id)];
    }

    public async Task<IReadOnlyList<Node>> Nodes(EditionId edition, IReadOnlyList<NodeKind> kinds, CancellationToken stop) =>
        [.. (await db.Set<NodeRow>().AsNoTracking()
            .Where(n => n.EditionId == edition && kinds.Contains(n.Kind))
            .OrderBy(n => n.Position)
            .ToListAsync(stop)).Select(row => Node(row, row.Department))];

    public Task<IReadOnlyList<NeedState>> Needs(EditionId edition, NodeId? under, CancellationToken stop) =>
        kept.Get((nameof(Needs), edition, under), OfNeeds, () => ReadNeeds(edition, under, stop), needs => needs.Count * 2);

    private async Task<IReadOnlyList<NeedState>> ReadNeeds(EditionId edition, NodeId? under, CancellationToken stop)
    {
        var stated = db.Set<NeedRow>().AsNoTracking().Where(n => n.EditionId == edition);
        if (under is { } top)
        {
            var measures = AtOrBelow(edition, top).Select(n => n.NodeId);
            stated = stated.Where(n => measures.Contains(n.MeasureId));
        }

        var needs = await stated.Include(n => n.Activities).OrderBy(n => n.Position).AsSingleQuery().ToListAsync(stop);
        var links = await (
            from need in stated
            join link in db.Set<InstrumentLink>() on new { NodeId = need.MeasureId, NeedKey = need.Key } equals new { link.NodeId, link.NeedKey }
            join instrument in db.Set<Instrument>() on link.InstrumentId equals instrument.Id
            orderby instrument.Code
            select new { need.Key, instrument.Code, instrument.Kind, instrument.Title, instrument.Since }).ToListAsync(stop);
        var codes = needs.Count == 0 ? [] : await (under is { } node ? AtOrBelow(edition, node) : db.Set<NodeRow>().Where(n => n.EditionId == edition))
            .Select(n => new { n.NodeId, n.Code }).ToDictionaryAsync(n => n.NodeId, n => n.Code, stop);
        var met = links.ToLookup(l => l.Key, l => new InstrumentLinked(l.Code, l.Kind, l.Title, l.Since));
        return [.. needs.Select(n => new NeedState(Need(n, codes), n.MeasureId, [.. met[n.Key]]))];
    }

    public async Task<IReadOnlyList<DocumentLine>> Excerpt(EditionId edition, SourceSpan span, CancellationToken stop)
    {
        var (page, endPage) = (span.Page, span.EndPage ?? span.Page);
        var parts = await db.Set<DocumentPartRow>().AsNoTracking()
            .Where(p => p.EditionId == edition)
            .Where(p => page == null
                ? p.FirstLine <= span.EndLine + ContextLines && p.LastLine >= span.Line - ContextLines
                : p.Page >= page && p.Page <= endPage)
            .OrderBy(p => p.Part)
            .ToListAsync(stop);
        var lines = (from part in parts
                     from line in part.Text.Split('\n').Select((text, i) => (text, number: part.FirstLine + i))
                     let within = (page is null || part.Page > page || line.number >= span.Line)
                         && (page is null || part.Page < endPage || line.number <= span.EndLine)
                         && (page is not null || (line.number >= span.Line && line.number <= span.EndLine))
                     select new DocumentLine(part.Part, part.Page, line.number, line.text, within)).ToList();
        var first = lines.FindIndex(l => l.Within);
        var last = lines.FindLastIndex(l => l.Within);
        return first < 0 ? [] : lines[Math.Max(0, first - ContextLines)..Math.Min(lines.Count, last + 1 + ContextLines)];
    }

    public async Task<DocumentPart?> DocumentPart(EditionId edition, int part, CancellationToken stop)
    {
        var parts = db.Set<DocumentPartRow>().AsNoTracking().Where(p => p.EditionId == edition);
        return await parts.FirstOrDefaultAsync(p => p.Part == part, stop) is { } row
            ? new(part, await parts.CountAsync(stop), row.Page, row.FirstLine, row.Text.Split('\n'))
            : null;
    }

    private IQueryable<NodeRow> AtOrBelow(EditionId edition, NodeId top) =>
        from above in db.Set<NodeRow>()
        from node in db.Set<NodeRow>()
        where above.EditionId == edition && above.NodeId == top
            && node.EditionId == edition && node.Position >= above.Position && node.Position <= above.Last
        select node;

    private static Need Need(NeedRow row, Dictionary<NodeId, string> codes) => new()
    {
        Key = row.Key,
        Measure = codes[row.MeasureId],
        Kind = row.Kind,
        Title = row.Title,
        Activities = [.. row.Activities.Select(a => codes[a.ActivityId]).Order(CodeOrder.Instance)],
        Assess = row.Assess,
        Signup = row.Signup,
        Restricted = row.Restricted,
        MetBy = row.MetBy,
    };

    private static EditionHead Head(ProgrammeRow owner, EditionRow edition, LocalDate? replacedOn) => new()
    {
        Id = edition.Id,
        ProgrammeId = owner.Id,
        Programme = owner.Code,
        Kind = edition.Kind,
        Territory = edition.Territory,
        Title = edition.ProgrammeTitle,
        Short = edition.ProgrammeShort,
        Code = edition.Code,
        EditionTitle = edition.Title,
        Status = edition.Status,
        InForceFrom = edition.InForceFrom,
        ReplacedOn = replacedOn,
        Approvals = Approvals(edition),
        EnteredAt = edition.EnteredAt,
        DocumentTitle = edition.DocumentTitle,
        DocumentSha256 = edition.DocumentSha256,
        DocumentSource = edition.DocumentSource,
        OwnersSource = edition.OwnersSource,
        Departments = [.. edition.Departments.OrderBy(d => d.Position).Select(d => new Department(d.Key, d.Name))],
    };

    private static IReadOnlyList<Approval> Approvals(EditionRow edition) =>
        [.. edition.Approvals.OrderBy(a => a.Position).Select(a => new Approval(a.Body, a.Resolution, a.On))];

    /// <summary>The rows as nodes; a node without department of its own has that of the nearest node above.</summary>
    private static List<Node> Nodes(List<NodeRow> rows)
    {
        var nodes = new List<Node>(rows.Count);
        var above = new Stack<NodeRow>();
        foreach (var row in rows)
        {
            while (above.TryPeek(out var top) && top.Last < row.Position)
            {
                above.Pop();
            }

            nodes.Add(Node(row, row.Department ?? above.FirstOrDefault(a => a.Department is not null)?.Department));
            above.Push(row);
        }

        return nodes;
    }

    private static Node Node(NodeRow row, string? department) => new()
    {
        Id = row.NodeId,
        Kind = row.Kind,
        Code = row.Code,
        Title = row.Title,
        Change = row.Change,
        Text = row.Text,
        Department = department,
        Position = row.Position,
        Last = row.Last,
        Depth = row.Depth,
        Source = Span(row),
        Aliases = row.Aliases,
        Edits = row.Edits,
    };

    private static SourceSpan? Span(NodeRow row) =>
        row is { SourceLine: { } line, SourceEndLine: { } end } ? new(row.SourcePage, line, row.SourceEndPage, end) : null;
}
