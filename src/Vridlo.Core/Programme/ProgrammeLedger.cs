using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Publishing;

namespace Vridlo.Core.Programme;

/// <summary>The writing half of the ledger of programmes.</summary>
internal sealed partial class ProgrammeLedger(AppDb db, IClock clock, Declarations declared, Kept kept) : IProgrammeLedger
{
    private const int LinesOfPart = 120;

    public Task<Result<Entered>> Enter(EditionContent content, CancellationToken stop) => EnterAs(content, null, stop);

    public Task<Result<Entered>> Enter(EditionContent content, Identified known, CancellationToken stop) => EnterAs(content, known, stop);

    private async Task<Result<Entered>> EnterAs(EditionContent content, Identified? known, CancellationToken stop)
    {
        var digest = Digest(content);
        var programme = await db.Set<ProgrammeRow>().FirstOrDefaultAsync(p => p.Code == content.Code, stop);
        var there = programme is null
            ? null
            : await db.Set<EditionRow>().FirstOrDefaultAsync(e => e.ProgrammeId == programme.Id && e.Code == content.Edition, stop);
        if (there?.Digest == digest)
        {
            return new Entered(there.Id, Changed: false, await db.Set<NodeRow>().CountAsync(n => n.EditionId == there.Id, stop));
        }

        if (there?.Status is EditionStatus.Approved)
        {
            return Problem.Conflict("programme.edition.approved", content.Code, content.Edition);
        }

        EditionRow? follows = null;
        if (content.Follows is { } code)
        {
            follows = programme is null
                ? null
                : await db.Set<EditionRow>().FirstOrDefaultAsync(e => e.ProgrammeId == programme.Id && e.Code == code, stop);
            if (follows is null)
            {
                return Problem.Invalid("programme.edition.follows-unknown", "follows", code);
            }
        }

        if (known is not null && content.Status is EditionStatus.Approved && programme is not null && await Newest(programme.Id, stop) != follows?.Id)
        {
            return Problem.Conflict("programme.edition.follows-old", content.Code);
        }

        if (there is not null)
        {
            await Remove(there, stop);
        }

        programme = await Head(programme, content, known?.Programme, stop);
        var edition = Edition(programme, content, follows?.Id, digest);
        db.Add(edition);
        var identities = known?.Nodes ?? await Matched(content, follows?.Id, stop);
        var ids = EnterNodes(edition.Id, content.Nodes, identities);
        EnterNeeds(edition.Id, content.Needs, ids);
        EnterDocument(edition.Id, content.Document);
        if (content.Status is EditionStatus.Approved)
        {
            await MeetNeeds(content.Needs, ids, stop);
        }

        return new Entered(edition.Id, Changed: true, ids.Count);
    }

    private Task<EditionId?> Newest(ProgrammeId programme, CancellationToken stop) => db.Set<EditionRow>()
        .Where(e => e.ProgrammeId == programme && e.Status == EditionStatus.Approved)
        .OrderByDescending(e => e.InForceFrom).ThenByDescending(e => e.Id).Select(e => (EditionId?)e.Id).FirstOrDefaultAsync(stop);

    /// <summary>The programme itself, as its newest approved edition describes it; a draft describes it only while there is none.</summary>
    private async Task<ProgrammeRow> Head(ProgrammeRow? programme, EditionContent content, ProgrammeId? id, CancellationToken stop)
    {
        var draft = content.Status is EditionStatus.Draft;
        if (programme is not null && await db.Set<EditionRow>().AnyAsync(
            e => e.ProgrammeId == programme.Id && e.Status == EditionStatus.Approved && (draft || e.InForceFrom > content.InForceFrom), stop))
        {
            return programme;
        }

        var title = content.Title.For(Language.Cs).Text;
        if (programme is null)
        {
            programme = new()
            {
                Id = id ?? TypedId.New<ProgrammeId>(),
                Code = content.Code,
                Kind = content.Kind,
                Territory = content.Territory,
                Title = content.Title,
                SortTitle = title,
                Hidden = draft,
            };
            db.Add(programme);
        }

        (programme.Kind, programme.Territory, programme.Title, programme.SortTitle) = (content.Kind, content.Territory, content.Title, title);
        programme.Version++;
        return programme;
    }

    private EditionRow Edition(ProgrammeRow programme, EditionContent content, EditionId? follows, string digest)
    {
        var edition = new EditionRow
        {
            Id = TypedId.New<EditionId>(),
            ProgrammeId = programme.Id,
            Code = content.Edition,
            Title = content.EditionTitle,
            Kind = content.Kind,
            Territory = content.Territory,
            ProgrammeTitle = content.Title,
            ProgrammeShort = content.Short,
            PeriodFrom = content.From,
            PeriodTo = content.To,
            Status = content.Status,
            FollowsId = follows,
            InForceFrom = content.InForceFrom,
            Digest = digest,
            EnteredAt = clock.GetCurrentInstant(),
            DocumentFile = content.Document?.File,
            DocumentTitle = content.Document?.Title,
            DocumentSha256 = content.Document?.Sha256,
            DocumentSource = content.Document?.Source,
            OwnersSource = content.OwnersSource,
        };
        edition.Approvals.AddRange(content.Approvals.Select((a, i) => new ApprovalRow
        {
            EditionId = edition.Id, Position = i, Body = a.Body, Resolution = a.Resolution, On = a.On,
        }));
        edition.Departments.AddRange(content.Departments.Select((d, i) => new DepartmentRow
        {
            EditionId = edition.Id, Position = i, Key = d.Key, Name = d.Name,
        }));
        return edition;
    }

    private Dictionary<string, NodeId> EnterNodes(
        EditionId edition, IReadOnlyList<NodeContent> top, IReadOnlyDictionary<string, NodeId> identities)
    {
        var ids = new Dictionary<string, NodeId>(StringComparer.Ordinal);
        var position = 0;
        foreach (var node in top)
        {
            Enter(node, 0, null);
        }

        return ids;

        (int Last, string Digest) Enter(NodeContent node, int depth, NodeId? parent)
        {
            var own = ++position;
            var id = identities.TryGetValue(node.Code, out var known) ? known : TypedId.New<NodeId>();
            ids.Add(node.Code, id);
            var (last, below) = (own, new StringBuilder());
            foreach (var child in node.Children)
            {
                (last, var part) = Enter(child, depth + 1, id);
                below.Append(part);
            }

            var digest = NodeDigest.Of(id, node, below.ToString());
            db.Add(new NodeRow
            {
                EditionId = edition,
                NodeId = id,
                Position = own,
                Last = last,
                Depth = depth,
                ParentId = parent,
                Digest = digest,
                Kind = node.Kind,
                Code = node.Code,
                Was = node.Was,
                Title = node.Title,
                Change = node.Change,
                Text = node.Text,
                Department = node.Department,
                SourcePage = node.Source?.Page,
                SourceLine = node.Source?.Line,
                SourceEndPage = node.Source?.EndPage,
                SourceEndLine = node.Source?.EndLine,
                Aliases = node.Aliases,
                Edits = node.Edits,
            });
            return (last, digest);
        }
    }

    private void EnterNeeds(EditionId edition, IReadOnlyList<Need> needs, Dictionary<string, NodeId> ids)
    {
        foreach (var (position, need) in needs.Index())
        {
            var row = new NeedRow
            {
                EditionId = edition,
                Key = need.Key,
                Position = position,
                MeasureId = ids[need.Measure],
                Kind = need.Kind,
                Title = need.Title,
                Assess = need.Assess,
                Signup = need.Signup,
                Restricted = need.Restricted,
                MetBy = need.MetBy,
            };
            row.Activities.AddRange(need.Activities.Select(a => new NeedActivityRow { EditionId = edition, Key = need.Key, ActivityId = ids[a] }));
            db.Add(row);
        }
    }

    private void EnterDocument(EditionId edition, SourceDocument? document)
    {
        if (document is null)
        {
            return;
        }

        var part = 0;
        foreach (var (page, text) in document.Pages.Index())
        {
            var first = 1;
            foreach (var lines in document.Paged ? [text.Split('\n')] : text.Split('\n').Chunk(LinesOfPart))
            {
                db.Add(new DocumentPartRow
                {
                    EditionId = edition,
                    Part = ++part,
                    Page = document.Paged ? page + 1 : null,
                    FirstLine = first,
                    LastLine = first + lines.Length - 1,
                    Text = string.Join('\n', lines),
                });
                first += lines.Length;
            }
        }
    }

    /// <summary>Links the system's own capabilities (its pages, its interfaces) to the needs that the package says they meet.</summary>
    private async Task MeetNeeds(IReadOnlyList<Need> needs, Dictionary<string, NodeId> ids, CancellationToken stop)
    {
        foreach (var met in needs.Where(n => n.MetBy is not null).GroupBy(n => n.MetBy!))
        {
            if (declared.Capabilities.FirstOrDefault(c => c.Key == met.Key) is not { } capability)
            {
                continue;
            }

            var instrument = await db.Set<Instrument>().Include(i => i.Links).FirstOrDefaultAsync(i => i.Code == capability.Key, stop);
            if (instrument is null)
            {
                instrument = new()
                {
                    Id = TypedId.New<InstrumentId>(),
                    Code = capability.Key,
                    Kind = capability.Kind,
                    Title = capability.Title,
                    Path = capability.Path,
                    Since = clock.GetCurrentInstant(),
                };
                db.Add(instrument);
            }

            foreach (var need in met.Where(n => !instrument.Links.Any(l => l.NodeId == ids[n.Measure] && l.NeedKey == n.Key)))
            {
                instrument.Links.Add(new() { InstrumentId = instrument.Id, NodeId = ids[need.Measure], NeedKey = need.Key });
            }
        }
    }

    private async Task Remove(EditionRow draft, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<NeedActivityRow>().Where(a => a.EditionId == draft.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<NeedRow>().Where(n => n.EditionId == draft.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<NodeRow>().Where(n => n.EditionId == draft.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<DocumentPartRow>().Where(p => p.EditionId == draft.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<ApprovalRow>().Where(a => a.EditionId == draft.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<DepartmentRow>().Where(d => d.EditionId == draft.Id).ToListAsync(stop));
        db.Remove(draft);
    }

    private static string Digest(EditionContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, ProgrammeJson.Options)));
}
