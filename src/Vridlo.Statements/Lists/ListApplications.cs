using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Places;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;

namespace Vridlo.Statements.Lists;

/// <summary>All applications with their deadlines, for those who decide them.</summary>
internal sealed class ListApplications(AppDb db, IPlaces places, IClock clock)
{
    private const string Root = "/prace/vyjadreni", Open = "open", Late = "late";

    public ListSource<ApplicationListed> Source() => new(List(clock.Today()), Rows);

    private IQueryable<ApplicationListed> Rows =>
        from application in db.Set<Application>()
        join d in db.Set<Decision>() on application.Id equals d.Id into decisions
        from decision in decisions.DefaultIfEmpty()
        join s in db.Set<Statement>() on application.Id equals s.Id into statements
        from statement in statements.DefaultIfEmpty()
        join p in places.All on application.Place equals p.Code into at
        from place in at.DefaultIfEmpty()
        select new ApplicationListed
        {
            Id = application.Id,
            Number = application.Number,
            Title = application.Title,
            Sought = application.Sought,
            Applicant = application.Applicant,
            CompanyNumber = application.CompanyNumber,
            Stage = application.Stage,
            Channel = application.Channel,
            ReceivedOn = application.ReceivedOn,
            Due = application.Due,
            PlaceName = place.Name,
            Outcome = (Outcome?)decision.Outcome,
            Codes = decision.Codes,
            FullNumber = statement.FullNumber,
        };

    private static ListOf<ApplicationListed> List(LocalDate today) => new()
    {
        Name = "applications",
        Id = SortKey<ApplicationListed>.By(a => a.Id),
        Order = "-code",
        Columns =
        [
            new("code", "statements.code", a => a.Code) { Sort = SortKey<ApplicationListed>.By(a => a.Number), Link = a => $"{Root}/{a.Code}" },
            new("title", "statements.project", a => a.Title) { Sort = SortKey<ApplicationListed>.By(a => a.Title), Link = a => $"{Root}/{a.Code}" },
            new("applicant", "statements.applicant", a => a.Applicant),
            new("applicantNumber", "statements.applicant.number", a => a.CompanyNumber) { FilesOnly = true },
            new("place", "statements.project.place", a => a.PlaceName) { FilesOnly = true },
            new("stage", "statements.stage", a => a.Stage),
            new("receivedOn", "statements.received-on", a => a.ReceivedOn) { Sort = SortKey<ApplicationListed>.By(a => a.ReceivedOn) },
            new("due", "statements.due", a => a.Due) { Sort = SortKey<ApplicationListed>.By(a => a.Due) },
            new("daysLeft", "statements.days", a => DaysLeft.Of(a.Stage, a.Due, today)) { Figures = true },
            new("channel", "statements.channel", a => a.Channel) { FilesOnly = true },
            new("outcome", "statements.outcome", a => a.Outcome),
            new("nodes", "statements.nodes", a => a.Codes) { FilesOnly = true },
            new("number", "statements.number", a => a.FullNumber),
        ],
        Filters =
        [
            new("q", "statements.filter.text", (rows, text) => Folding.Fold(text) is { Length: > 0 } sought ? rows.Where(a => a.Sought.Contains(sought)) : null),
            new("stage", "statements.stage", (rows, word) => At(rows, word, today))
            {
                Choices =
                [
                    new(Open, "statements.filter.open"), new(Late, "statements.filter.late"),
                    .. FilterChoice.Of<Stage>(),
                ],
            },
        ],
    };

    private static IQueryable<ApplicationListed>? At(IQueryable<ApplicationListed> rows, string word, LocalDate today)
    {
        if (word is Open or Late)
        {
            var open = rows.Where(a => a.Stage == Stage.Received || a.Stage == Stage.Decided);
            return word == Open ? open : open.Where(a => a.Due < today);
        }

        return WordsAttribute.Read<Stage>(word) is { } stage ? rows.Where(a => a.Stage == stage) : null;
    }
}
