using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Projects.Offers.Register;
using Vridlo.Projects.Pool;

namespace Vridlo.Projects.Offers.Lists;

/// <summary>All offers that have come to the office, for those who decide them.</summary>
internal sealed class ListOffers(AppDb db, IPlaces places, IClock clock)
{
    public const string Root = "/prace/zamery", Open = "open", Late = "late";

    private LocalDate Today => clock.Today();

    public ListSource<OfferListed> Source() => new(List(Today), Rows);

    /// <summary>How many there are in each stage, and how many of them are late.</summary>
    public async Task<(IReadOnlyDictionary<OfferStage, int> ByStage, int Late)> Counts(CancellationToken stop)
    {
        var today = Today;
        var counted = await db.Set<Offer>().GroupBy(o => new { o.Stage, IsLate = o.Stage == OfferStage.Received && o.Due < today }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return (counted.GroupBy(c => c.Key.Stage).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), counted.Where(c => c.Key.IsLate).Sum(c => c.Count));
    }

    private IQueryable<OfferListed> Rows =>
        from offer in db.Set<Offer>().AsNoTracking()
        join p in places.All on offer.Place equals p.Code into at
        from place in at.DefaultIfEmpty()
        select new OfferListed
        {
            Id = offer.Id,
            Number = offer.Number,
            Title = offer.Title,
            Sought = offer.Sought,
            BearerName = offer.BearerName,
            CompanyNumber = offer.CompanyNumber,
            Place = offer.Place,
            PlaceName = place.Name,
            Stage = offer.Stage,
            ReceivedOn = offer.ReceivedOn,
            Due = offer.Due,
            ProjectNumber = db.Set<Project>().Where(x => x.Id == offer.ProjectId).Select(x => (int?)x.Number).FirstOrDefault(),
        };

    private static ListOf<OfferListed> List(LocalDate today) => new()
    {
        Name = "offers",
        Id = SortKey<OfferListed>.By(o => o.Id),
        Order = "-code",
        Columns =
        [
            new("code", "projects.offers.code", o => o.Code) { Sort = SortKey<OfferListed>.By(o => o.Number), Link = o => $"{Root}/{o.Code}" },
            new("title", "projects.offers.intent", o => o.Title) { Sort = SortKey<OfferListed>.By(o => o.Title), Link = o => $"{Root}/{o.Code}" },
            new("bearer", "projects.offers.by", o => o.BearerName),
            new("bearerNumber", "projects.bearer.number", o => o.CompanyNumber) { FilesOnly = true },
            new("place", "projects.place", o => o.PlaceName),
            new("placeCode", "projects.place.code", o => o.Place) { FilesOnly = true },
            new("stage", "projects.stage", o => o.Stage),
            new("receivedOn", "projects.offers.received-on", o => o.ReceivedOn) { Sort = SortKey<OfferListed>.By(o => o.ReceivedOn) },
            new("due", "projects.offers.due", o => o.Stage is OfferStage.Received ? o.Due : null) { Sort = SortKey<OfferListed>.By(o => o.Due) },
            new("project", "projects.project", o => o.Project),
        ],
        Filters =
        [
            new("q", "projects.offers.filter.text", (rows, text) => Folding.Fold(text) is { Length: > 0 } sought ? rows.Where(o => o.Sought.Contains(sought)) : null),
            new("stage", "projects.stage", (rows, word) => At(rows, word, today))
            {
                Choices =
                [
                    new(Open, "projects.offers.filter.open"), new(Late, "projects.offers.filter.late"),
                    .. FilterChoice.Of<OfferStage>(),
                ],
            },
            new("bearer", "projects.bearer.number", (rows, number) => CompanyNumber.Read(number) is { Ok: true } read ? By(rows, read.Value.Digits) : null),
            new("place", "projects.place.code", (rows, code) => code.All(char.IsAsciiLetterOrDigit) ? rows.Where(o => o.Place == code) : null),
            new("project", "projects.code", (rows, code) => Project.NumberOf(code) is { } number ? rows.Where(o => o.ProjectNumber == number) : null),
        ],
    };

    private static IQueryable<OfferListed>? At(IQueryable<OfferListed> rows, string word, LocalDate today) => word switch
    {
        Open => rows.Where(o => o.Stage == OfferStage.Received || o.Stage == OfferStage.MoreAsked),
        Late => rows.Where(o => o.Stage == OfferStage.Received && o.Due < today),
        _ => WordsAttribute.Read<OfferStage>(word) is { } stage ? rows.Where(o => o.Stage == stage) : null,
    };

    private static IQueryable<OfferListed> By(IQueryable<OfferListed> rows, string number) => rows.Where(o => o.CompanyNumber == number);
}
