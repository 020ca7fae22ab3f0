using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Alignment.Deciding;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Showing;

/// <summary>A confirmed alignment in a list.</summary>
internal sealed record DecisionListed
{
    /// <summary>Identity of the decision.</summary>
    public required AlignmentId Id { get; init; }

    /// <summary>Place of the supporting node in its document.</summary>
    public required int FromPosition { get; init; }

    /// <summary>Code of the supporting node.</summary>
    public required string From { get; init; }

    /// <summary>Its title.</summary>
    public Localized? FromTitle { get; init; }

    /// <summary>Place of the supported node in its document.</summary>
    public required int ToPosition { get; init; }

    /// <summary>Code of the supported node.</summary>
    public required string To { get; init; }

    /// <summary>Its title.</summary>
    public Localized? ToTitle { get; init; }

    /// <summary>What is decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>When.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>What is confirmed between two editions; rejections are no one's business but of those who decide.</summary>
    internal static IQueryable<DecisionListed> Rows(AppDb db, IProgrammeLedger ledger, EditionHead first, EditionHead second) =>
        from row in db.Set<DecisionRow>().AsNoTracking()
        where row.FromProgramme == first.ProgrammeId && row.ToProgramme == second.ProgrammeId && row.Verdict != Verdict.Rejected
        join source in ledger.Nodes(first.Id) on row.From equals source.Id
        join target in ledger.Nodes(second.Id) on row.To equals target.Id
        select new DecisionListed
        {
            Id = row.Id,
            FromPosition = source.Position,
            From = source.Code,
            FromTitle = source.Title,
            ToPosition = target.Position,
            To = target.Code,
            ToTitle = target.Title,
            Verdict = row.Verdict,
            Why = row.Why,
            DecidedAt = row.DecidedAt,
        };

    /// <summary>The list of a pair.</summary>
    internal static ListOf<DecisionListed> List(string from, string to) => new()
    {
        Name = $"alignment-{from}-{to}",
        Id = SortKey<DecisionListed>.By(d => d.Id),
        Order = "from",
        PageSize = 100,
        Columns =
        [
            new("from", "alignment.from", d => d.From) { Sort = SortKey<DecisionListed>.By(d => d.FromPosition), Link = d => $"/programy/{from}/{d.From}" },
            new("fromTitle", "alignment.from-title", d => d.FromTitle),
            new("to", "alignment.to", d => d.To) { Sort = SortKey<DecisionListed>.By(d => d.ToPosition), Link = d => $"/programy/{to}/{d.To}" },
            new("toTitle", "alignment.to-title", d => d.ToTitle),
            new("verdict", "alignment.verdict", d => d.Verdict),
            new("why", "alignment.why", d => d.Why),
            new("decidedAt", "alignment.decided-at", d => d.DecidedAt) { Sort = SortKey<DecisionListed>.By(d => d.DecidedAt) },
        ],
        Filters =
        [
            new("verdict", "alignment.verdict", (rows, value) =>
                WordsAttribute.Read<Verdict>(value) is { } verdict ? rows.Where(d => d.Verdict == verdict) : null)
            {
                Choices = [new("direct", "alignment.verdict.direct"), new("partly", "alignment.verdict.partly"), new("contradicts", "alignment.verdict.contradicts")],
            },
        ],
    };
}
