using Vridlo.Base;
using Vridlo.Programmes.Drafting.MidTerm;
using Vridlo.Ui;

namespace Vridlo.Programmes.Drafting.Pages;

/// <summary>What is said of a mid-term report, as it was typed into <see cref="MidTermFields"/>.</summary>
internal static class MidTermTyped
{
    public static Result<RecordMidTerm.Command> Read(FormState form, string programme, string edition)
    {
        var (on, resolved, title) = (DayTyped.Read(form, "on"), DayTyped.Read(form, "resolvedOn"), HeadTyped.Text(form, "title"));
        Problem[] refused =
        [
            .. title is null ? [HeadTyped.Missing("title")] : Array.Empty<Problem>(),
            .. on.Ok && on.Value.Value is not null ? Array.Empty<Problem>() : [Problem.Invalid(DayTyped.Missing, "on")],
            .. resolved.Ok && resolved.Value.Value is not null ? Array.Empty<Problem>() : [Problem.Invalid(DayTyped.Missing, "resolvedOn")],
        ];
        var outcome = Enum.TryParse<MidTermOutcome>(form["outcome"], out var read) && Enum.IsDefined(read) ? read : MidTermOutcome.GoesOn;
        return refused.Length > 0 ? refused
            : new RecordMidTerm.Command(programme, edition, on.Value!.Value!.Value, title!, HeadTyped.Text(form, "text"), form["resolution"], resolved.Value!.Value!.Value, outcome);
    }

    public static FormState With(FormState form, MidTermReport report) => HeadTyped.With(HeadTyped.With(form, "title", report.Title), "text", report.Text)
        .With("on", DateText.Iso(report.On)).With("resolvedOn", DateText.Iso(report.ResolvedOn)).With("resolution", report.Resolution).With("outcome", report.Outcome.ToString());

    /// <summary>Where what was typed differs from what stands now.</summary>
    public static IEnumerable<Differing> Differ(RecordMidTerm.Command mine, MidTermReport theirs, Texts t) =>
    [
        .. TextsTyped.Differ("title", mine.Title, theirs.Title),
        .. TextsTyped.Differ("text", mine.Text, theirs.Text),
        .. from pair in new[]
           {
               ("on", t.Write(mine.On), t.Write(theirs.On)), ("resolution", mine.Resolution.Trim(), theirs.Resolution),
               ("resolved-on", t.Write(mine.ResolvedOn), t.Write(theirs.ResolvedOn)), ("outcome", t[mine.Outcome], t[theirs.Outcome]),
           }
           where pair.Item2 != pair.Item3
           select new Differing(pair.Item1, null, pair.Item2, pair.Item3),
    ];
}
