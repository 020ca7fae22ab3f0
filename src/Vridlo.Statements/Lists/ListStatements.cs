using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Statements.About;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Lists;

/// <summary>The public register of statements: those that were issued, the withdrawn ones too.</summary>
internal sealed class ListStatements(AppDb db, IOrganisations organisations, IPlaces places, IInstruments instruments, OwnProgramme programme, IClock clock)
{
    private const string Root = "/vyjadreni";

    public async Task<ListSource<StatementListed>> Source(CancellationToken stop) => new(List(await programme.Tree(stop), clock.Today()), Rows);

    /// <summary>All statements.</summary>
    public IQueryable<StatementListed> Rows =>
        from statement in db.Set<Statement>()
        join application in db.Set<Application>() on statement.Id equals application.Id
        join decision in db.Set<Decision>() on statement.Id equals decision.Id
        join named in organisations.All on statement.Organisation equals named.Id
        join applicant in organisations.All on named.Self equals applicant.Id
        join p in places.All on application.Place equals p.Code into at
        from place in at.DefaultIfEmpty()
        select new StatementListed
        {
            Id = statement.Id,
            Year = statement.Year,
            Number = statement.Number,
            FullNumber = statement.FullNumber,
            IssuedOn = statement.IssuedOn,
            Title = application.Title,
            Sought = application.Sought,
            Applicant = applicant.Id,
            ApplicantName = applicant.Name,
            ApplicantNumber = applicant.Number,
            Place = application.Place,
            PlaceName = place.Name,
            Outcome = decision.Outcome,
            Codes = decision.Codes,
            ValidUntil = decision.ValidUntil,
            WithdrawnOn = statement.WithdrawnOn,
            ReplacedBy = db.Set<Statement>().Where(r => r.Replaces == statement.Id).Select(r => r.FullNumber).FirstOrDefault(),
            Project = db.Set<AboutProject>().Where(a => a.Id == statement.Id).Select(a => (InstrumentId?)a.InstrumentId).FirstOrDefault(),
            ProjectCode = db.Set<AboutProject>().Where(a => a.Id == statement.Id).SelectMany(a => instruments.All.Where(i => i.Id == a.InstrumentId)).Select(i => i.Code).FirstOrDefault(),
            ProjectPath = db.Set<AboutProject>().Where(a => a.Id == statement.Id).SelectMany(a => instruments.All.Where(i => i.Id == a.InstrumentId)).Select(i => i.Path).FirstOrDefault(),
        };

    /// <summary>Those that name one of these nodes.</summary>
    public IQueryable<StatementListed> Naming(IQueryable<StatementListed> rows, IReadOnlyCollection<NodeId> nodes) =>
        rows.Where(s => db.Set<DecisionNode>().Any(n => n.StatementId == s.Id && nodes.Contains(n.NodeId)));

    private ListOf<StatementListed> List(IReadOnlyList<Node> tree, LocalDate today) => new()
    {
        Name = "statements",
        Id = SortKey<StatementListed>.By(s => s.Id),
        Order = "-issuedOn",
        Columns =
        [
            new("number", "statements.number", s => s.FullNumber) { Sort = SortKey<StatementListed>.By(s => s.FullNumber), Link = s => $"{Root}/{s.Code}" },
            new("issuedOn", "statements.issued-on", s => s.IssuedOn) { Sort = SortKey<StatementListed>.By(s => s.IssuedOn) },
            new("title", "statements.project", s => s.Title) { Sort = SortKey<StatementListed>.By(s => s.Title), Link = s => $"{Root}/{s.Code}" },
            new("applicant", "statements.applicant", s => s.ApplicantName) { Link = s => $"/subjekty/{s.ApplicantNumber ?? s.Applicant.Value.ToString("N")}" },
            new("applicantNumber", "statements.applicant.number", s => s.ApplicantNumber) { FilesOnly = true },
            new("place", "statements.project.place", s => s.PlaceName),
            new("placeCode", "statements.place.code", s => s.Place) { FilesOnly = true },
            new("outcome", "statements.outcome", s => s.Outcome),
            new("nodes", "statements.nodes", s => s.Codes),
            new("state", "statements.filter.state", s => s.On(today)),
            new("project", "statements.about.column", s => s.ProjectCode) { Link = s => s.ProjectPath, FilesOnly = true },
            new("validUntil", "statements.valid-until", s => s.ValidUntil) { FilesOnly = true },
            new("withdrawnOn", "statements.withdrawn.mark", s => s.WithdrawnOn) { Sort = SortKey<StatementListed>.By(s => s.WithdrawnOn), FilesOnly = true },
            new("replacedBy", "statements.replaced.by", s => s.ReplacedBy) { FilesOnly = true },
        ],
        Filters =
        [
            new("q", "statements.filter.text", Text),
            new("outcome", "statements.outcome", (rows, word) => WordsAttribute.Read<Outcome>(word) is { } outcome ? rows.Where(s => s.Outcome == outcome) : null)
            {
                Choices = FilterChoice.Of<Outcome>(),
            },
            new("node", "statements.filter.node", (rows, code) => Under(rows, tree, code))
            {
                Choices = [.. tree.Where(n => n.Kind is NodeKind.Area).Select(n => new FilterChoice(n.Code, "", n.Title?.Prefixed(n.Code + " ")))],
            },
            new("state", "statements.filter.state", (rows, word) => In(rows, word, today))
            {
                Choices = FilterChoice.Of<Validity>(),
            },
            new("applicant", "statements.applicant.number", (rows, number) => CompanyNumber.Read(number) is { Ok: true } read ? Of(rows, read.Value.Digits) : null),
            new("place", "statements.place.code", (rows, code) => code.All(char.IsAsciiLetterOrDigit) ? rows.Where(s => s.Place == code) : null),
            new("project", "statements.about.code", (rows, code) => code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? rows.Where(s => s.ProjectCode == code) : null),
            new("year", "statements.filter.year", (rows, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? rows.Where(s => s.Year == year) : null),
        ],
    };

    /// <summary>By number of the letter, else by what the application says.</summary>
    private static IQueryable<StatementListed>? Text(IQueryable<StatementListed> rows, string text)
    {
        var (number, sought) = (text.Trim().ToUpperInvariant(), Folding.Fold(text));
        return sought.Length == 0 ? null : rows.Where(s => s.Sought.Contains(sought) || s.FullNumber == number);
    }

    private IQueryable<StatementListed>? Under(IQueryable<StatementListed> rows, IReadOnlyList<Node> tree, string code)
    {
        var top = tree.FirstOrDefault(n => n.Code == code);
        return top is null ? null : Naming(rows, [top.Id, .. tree.Where(top.Holds).Select(n => n.Id)]);
    }

    private static IQueryable<StatementListed>? In(IQueryable<StatementListed> rows, string word, LocalDate today) => WordsAttribute.Read<Validity>(word) switch
    {
        Validity.Valid => rows.Where(s => s.WithdrawnOn == null && s.ReplacedBy == null && (s.ValidUntil == null || s.ValidUntil >= today)),
        Validity.Expired => rows.Where(s => s.WithdrawnOn == null && s.ReplacedBy == null && s.ValidUntil < today),
        Validity.Withdrawn => rows.Where(s => s.WithdrawnOn != null),
        Validity.Replaced => rows.Where(s => s.WithdrawnOn == null && s.ReplacedBy != null),
        _ => null,
    };

    private static IQueryable<StatementListed> Of(IQueryable<StatementListed> rows, string number) => rows.Where(s => s.ApplicantNumber == number);
}
