using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;

namespace Vridlo.Projects.Parts;

/// <summary>The rows of a part, with what is needed to show them.</summary>
internal sealed record PartShown(Part Part, IReadOnlyList<PartRow> Rows, PartReader Reader)
{
    /// <summary>The columns in which some row has something.</summary>
    private IReadOnlyList<PartField> Filled(Texts t) => [.. Part.Fields.Where(f => Rows.Any(r => Reader.Shown(Part.Value(r, f), t).Length > 0))];

    public IReadOnlyList<(string Text, bool IsNumber)> Columns(Texts t) => [.. Filled(t).Select(f => (t[f.Holds is Holds.Row ? Part.TextOf(f) + ".which" : Part.TextOf(f)], f.Holds is Holds.Number))];

    /// <summary>The cells of the rows; late is a milestone that should have been reached by today.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Cells, bool IsLate)> Cells(Texts t, LocalDate today)
    {
        var columns = Filled(t);
        return [.. Rows.Select(r => ((IReadOnlyList<string>)[.. columns.Select(f => Reader.Shown(Part.Value(r, f), t))], r is Milestone { Done: null } milestone && milestone.Day < today))];
    }
}

/// <summary>Reads parts of projects.</summary>
internal sealed class ReadParts(AppDb db, IOrganisations organisations)
{
    public async Task<PartShown> One(Part part, InstrumentId project, Language language, CancellationToken stop)
    {
        var (rows, reader) = (await part.Of(db, project, stop), new PartReader(language));
        foreach (var row in rows)
        {
            reader.Rows[row.Number] = row;
        }

        List<OrganisationId> meant = [.. rows.OfType<Partner>().Select(p => p.Organisation)];
        if (meant.Count > 0)
        {
            var named = await (from one in organisations.All where meant.Contains(one.Id) join self in organisations.All on one.Self equals self.Id select new { one.Id, Self = self }).ToListAsync(stop);
            named.ForEach(n => reader.Named[n.Id] = n.Self);
        }

        return new(part, rows, reader);
    }

    /// <summary>Those that have rows, in order.</summary>
    public async Task<IReadOnlyList<PartShown>> All(InstrumentId project, Language language, bool publicly, CancellationToken stop)
    {
        List<PartShown> all = [];
        foreach (var part in ProjectParts.All.Where(p => p.IsPublic || !publicly))
        {
            all.Add(await One(part, project, language, stop));
        }

        return [.. all.Where(p => p.Rows.Count > 0)];
    }
}
