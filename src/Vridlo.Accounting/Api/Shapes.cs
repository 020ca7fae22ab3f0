using Vridlo.Accounting.Agreement;
using Vridlo.Accounting.Budgets;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Entering;
using Vridlo.Accounting.Files;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Showing;
using Vridlo.Accounting.Sources;
using Vridlo.Base;

namespace Vridlo.Accounting.Api;

/// <summary>Shapes what is read for the open interface.</summary>
internal static class Shapes
{
    public static SourceAnswer Source(SourceShown s) =>
        new(s.Source.Code, s.Source.Name, s.Organisation, s.OrganisationNumber, s.Source.Form, s.Source.EveryDays, s.LastAsOf, s.LastAt, s.Source.Version);

    public static DocumentAnswer Document(DocumentListed d) => new(
        d.Id.Value, d.SourceCode, d.Year, d.Counted, d.Sort, d.Type, d.Number, d.Line, d.Paragraph, d.Item, d.Class, d.Unit, d.Event, d.Purpose, d.Contract,
        d.Amount.Whole, d.CounterpartyNumber, d.CounterpartyName, d.Description, d.Revision, d.State, d.InstrumentCode);

    public static BudgetLineAnswer BudgetLine(BudgetLineListed l) => new(
        l.SourceCode, l.Year, l.Stage, l.AsOf, l.Paragraph, l.Item, l.Class, l.Unit, l.Event, l.Amount.Whole);

    public static SupplierAnswer Supplier(SupplierListed s) => new(s.Number, s.Name, s.Documents, s.Sources, Whole(s.Minor));

    public static PreviewAnswer Preview(Preview p, Texts t) => new(
        p.Upload.Id.Value, p.Source.Code, p.Source.Version, p.Upload.Year, p.Upload.AsOf, p.Acceptable,
        p.Diff.Added.Count + p.Diff.Changed.Count(c => !c.Was.Live), p.Diff.Changed.Count(c => c.Was.Live), p.Diff.Withdrawn.Count, p.Diff.Unchanged,
        [.. p.Budgets.Select(b => new FileBudgetAnswer(b.Stage, Whole(b.Income), Whole(b.Spending), Whole(b.Financing), b.New))],
        [
            .. p.Matched.Select(m => new FileMatchAnswer(m.Instrument.Code, EntryState.Entered, "", m.Tally.Rows, Whole(m.Tally.Minor))),
            .. p.Open.Select(o => new FileMatchAnswer(null, o.State, o.Event, o.Tally.Rows, Whole(o.Tally.Minor))),
        ],
        [.. p.Read.Problems.Select(one => Of(one, t))],
        [.. p.Read.Doubts.Select(one => Of(one, t))]);

    public static AgreementAnswer Agreement(AgreementShown a) => new(
        a.Source.Code, a.Year, Whole(a.Accounting), Whole(a.Ours), Whole(a.Difference), Of(a.Outside),
        [.. a.Parts.Select(p => new AgreementPartAnswer(
            p.Instrument?.Code, Whole(p.Accounting), Whole(p.Ours), Whole(p.Difference), Whole(p.HandSum),
            [.. p.Lines.Select(l => new AgreementLineAnswer(l.Event, Whole(l.Accounting), Whole(l.Ours), Whole(l.Unexplained), [.. l.Reasons.Select(Of)]))]))]);

    private static ReasonAnswer Of(Reason r) => new(r.State, r.Rows, Whole(r.Minor));

    private static FileProblemAnswer Of(LineProblem one, Texts t) => new(one.Line, one.Column, one.Problem.Code, t[one.Problem]);

    private static decimal Whole(long minor) => new Money(minor, Currency.Czk).Whole;
}
