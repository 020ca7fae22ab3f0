using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Accounting.Files;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;

namespace Vridlo.Accounting.Sources;

/// <summary>A source with what came from it last.</summary>
internal sealed record SourceShown
{
    public required Source Source { get; init; }

    /// <summary>Name of the organisation whose accounting it is.</summary>
    public required string Organisation { get; init; }

    public string? OrganisationNumber { get; init; }

    /// <summary>When the last file was accepted, or null.</summary>
    public Instant? LastAt { get; init; }

    /// <summary>The newest day whose state is there, or null.</summary>
    public LocalDate? LastAsOf { get; init; }

    /// <summary>When the last file was sent that could not be read, or null.</summary>
    public Instant? FailedAt { get; init; }

    /// <summary>When it was due, or null when there was no file yet.</summary>
    public Instant? DueAt => LastAt is { } last ? last + Duration.FromDays(Source.EveryDays) : null;

    /// <summary>What the public is told of it.</summary>
    public Showing.SourceAge Age(Instant now) => new(Source.Name, Organisation, LastAsOf, LastAt, DueAt, Failed ? FailedAt : null, Silent(now));

    /// <summary>Whether a file should have come by now.</summary>
    public bool Silent(Instant now) => DueAt is not { } due || now > due;

    /// <summary>Whether the last file that was sent could not be read.</summary>
    public bool Failed => FailedAt is { } failed && (LastAt is not { } last || failed > last);
}

/// <summary>Reads the sources, in one statement.</summary>
internal sealed class ReadSources(AppDb db, IOrganisations organisations)
{
    public async Task<IReadOnlyList<SourceShown>> All(CancellationToken stop) => await Shown.OrderBy(s => s.Source.Name).ThenBy(s => s.Source.Id).ToListAsync(stop);

    public Task<SourceShown?> ByCode(string code, CancellationToken stop) => Shown.FirstOrDefaultAsync(s => s.Source.Code == code, stop);

    private IQueryable<SourceShown> Shown =>
        from source in db.Set<Source>().AsNoTracking()
        join named in organisations.All on source.Organisation equals named.Id
        join organisation in organisations.All on named.Self equals organisation.Id
        select new SourceShown
        {
            Source = source,
            Organisation = organisation.Name,
            OrganisationNumber = organisation.Number,
            LastAt = db.Set<Import>().Where(i => i.SourceId == source.Id).Max(i => (Instant?)i.At),
            LastAsOf = db.Set<Import>().Where(i => i.SourceId == source.Id).Max(i => (LocalDate?)i.AsOf),
            FailedAt = db.Set<Upload>().Where(u => u.SourceId == source.Id && u.Problems > 0).Max(u => (Instant?)u.At),
        };
}
