using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Alignment.Comparing;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;

namespace Vridlo.Alignment.Deciding;

/// <summary>
/// Decides how nodes of one programme stand to nodes of another, many at once, or takes decisions back. All of it is written or nothing:
/// what somebody else has decided meanwhile is refused and named by its field.
/// </summary>
internal sealed class DecideAlignment(AppDb db, ReadPair pairs, Asker asker, IClock clock)
{
    public const string Right = "alignment.decide";

    public const string Decided = "alignment.decided";

    public const int LongestWhy = 1000;

    /// <summary>One decision.</summary>
    /// <param name="From">the node that supports</param>
    /// <param name="To">the node that is supported</param>
    /// <param name="Verdict">what is decided; null takes back what was decided, so that it can be proposed again</param>
    /// <param name="Why">the reason</param>
    /// <param name="Version">version of the decision that was seen; 0 when there was none</param>
    internal sealed record Decision(NodeId From, NodeId To, Verdict? Verdict, string Why, int Version)
    {
        /// <summary>What stands for the pair in names of fields.</summary>
        public string Field => $"{From.Value:N}-{To.Value:N}";
    }

    /// <summary>Whether whoever asks may decide about two nodes: who edits either of them may.</summary>
    public bool May(Pair pair, Node from, Node to) => asker.May(Right, pair.From.At(from)) || asker.May(Right, pair.To.At(to));

    /// <summary>Decides.</summary>
    /// <returns>how many decisions were written</returns>
    public async Task<Result<int>> Run(string from, string to, IReadOnlyList<Decision> decisions, CancellationToken stop)
    {
        if (await pairs.Of(from, to, stop) is not { } pair)
        {
            return Problem.NotFound("alignment.pair-unknown", from, to);
        }

        var there = await db.Set<DecisionRow>().Where(a => a.FromProgramme == pair.From.Head.ProgrammeId && a.ToProgramme == pair.To.Head.ProgrammeId).ToListAsync(stop);
        var known = there.ToDictionary(a => (a.From, a.To));
        var problems = decisions.SelectMany(d => Refused(pair, d, known.GetValueOrDefault((d.From, d.To)))).ToList();
        if (problems.Count > 0 || decisions.Count == 0)
        {
            return problems.Count > 0 ? problems.ToArray() : Problem.Invalid("alignment.nothing-decided", null);
        }

        foreach (var decision in decisions)
        {
            Enter(pair, decision, known.GetValueOrDefault((decision.From, decision.To)));
        }

        var why = string.Join(" · ", decisions.Select(d => d.Why.Trim()).Where(w => w.Length > 0).Distinct().Take(3));
        return await db.Commit(asker.Act(Decided, why), stop) ? decisions.Count : Problem.Conflict("alignment.decided-meanwhile.some");
    }

    private IEnumerable<Problem> Refused(Pair pair, Decision decision, DecisionRow? there)
    {
        if (pair.From.Aligned(decision.From) is not { } from || pair.To.Aligned(decision.To) is not { } to)
        {
            return [Problem.NotFound("alignment.node-unknown")];
        }

        if (!May(pair, from, to))
        {
            return [Problem.Forbidden("alignment.may-not-decide", from.Code, to.Code)];
        }

        if ((there?.Version ?? 0) != decision.Version)
        {
            return [new(ProblemKind.Conflict, "alignment.decided-meanwhile", "verdict-" + decision.Field, [from.Code, to.Code])];
        }

        return decision switch
        {
            { Verdict: { } verdict } when !Enum.IsDefined(verdict) => [Problem.Invalid("alignment.verdict-unknown", "verdict-" + decision.Field)],
            { Verdict: null } when there is null => [Problem.Invalid("alignment.nothing-decided", null)],
            _ when string.IsNullOrWhiteSpace(decision.Why) => [Problem.Invalid("alignment.why-missing", "why-" + decision.Field, from.Code, to.Code)],
            _ when decision.Why.Length > LongestWhy => [Problem.Invalid("alignment.why-wrong", "why-" + decision.Field, LongestWhy)],
            _ => [],
        };
    }

    private void Enter(Pair pair, Decision decision, DecisionRow? there)
    {
        switch (decision.Verdict, there)
        {
            case (null, { }):
                db.Remove(there);
                break;
            case ({ } verdict, { }):
                (there.Verdict, there.Why, there.DecidedAt) = (verdict, decision.Why.Trim(), clock.GetCurrentInstant());
                there.Version++;
                break;
            case ({ } verdict, null):
                db.Add(new DecisionRow
                {
                    Id = TypedId.New<AlignmentId>(),
                    FromProgramme = pair.From.Head.ProgrammeId,
                    From = decision.From,
                    ToProgramme = pair.To.Head.ProgrammeId,
                    To = decision.To,
                    Verdict = verdict,
                    Why = decision.Why.Trim(),
                    DecidedAt = clock.GetCurrentInstant(),
                    Version = 1,
                });
                break;
        }
    }
}
