using Vridlo.Alignment.Comparing;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Alignment.Deciding;

/// <summary>A row of the form in which many pairs are decided.</summary>
/// <param name="From">the node that supports</param>
/// <param name="To">the node that is supported</param>
/// <param name="Proposal">why it is proposed, or null when it is not</param>
/// <param name="Decided">what somebody has decided since the form was opened, or null</param>
public sealed record ToDecide(Node From, Node To, Proposal? Proposal, Decided? Decided)
{
    /// <summary>What stands for the pair in names of fields.</summary>
    public string Field => $"{From.Id.Value:N}-{To.Id.Value:N}";

    /// <summary>The pair with the version of the decision that this row shows, as the form sends it back.</summary>
    public string Token => $"{Field}-{Decided?.Version ?? 0}";

    /// <summary>The rows that were sent, with what is decided of them now; what is no pair of these programmes is left out.</summary>
    internal static IReadOnlyList<ToDecide> Sent(Pair pair, FormState form) => [..
        from token in form.All("pair")
        let seen = Read(token)
        where seen is not null
        let source = pair.From.Aligned(seen.Value.From)
        let target = pair.To.Aligned(seen.Value.To)
        where source is not null && target is not null
        select new ToDecide(
            source, target, pair.Proposed.FirstOrDefault(p => p.From.Id == source.Id && p.To.Id == target.Id),
            pair.Decided.FirstOrDefault(d => d.From.Id == source.Id && d.To.Id == target.Id))];

    /// <summary>What was chosen in the form; rows in which nothing was chosen are left out.</summary>
    internal static IReadOnlyList<DecideAlignment.Decision> Chosen(FormState form) => [..
        from token in form.All("pair")
        let seen = Read(token)
        where seen is not null
        let field = $"{seen.Value.From.Value:N}-{seen.Value.To.Value:N}"
        let verdict = form["verdict-" + field]
        where verdict.Length > 0
        let why = form["why-" + field]
        select new DecideAlignment.Decision(
            seen.Value.From, seen.Value.To, Enum.TryParse<Verdict>(verdict, out var known) ? known : (Verdict)(-1),
            string.IsNullOrWhiteSpace(why) ? form.Why : why, seen.Value.Version)];

    private static (NodeId From, NodeId To, int Version)? Read(string token) =>
        token.Split('-') is [var from, var to, var version] && Guid.TryParseExact(from, "N", out var first) && Guid.TryParseExact(to, "N", out var second)
        && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (NodeId.From(first), NodeId.From(second), number)
            : null;
}
