using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Deciding;

/// <summary>
/// Decides an application, or decides it anew as long as nothing is issued. Whoever does must be one of those whose it is, and of those whose it is afterwards.
/// </summary>
internal sealed class DecideApplication(AppDb db, OwnProgramme programme, StatementAccess access, Asker asker, IClock clock)
{
    public const string Act = "statements.decided";

    public const int LongestReasons = 10_000, LongestName = 200, MostNodes = 40;

    /// <param name="Application">the application</param>
    /// <param name="Version">the version that was seen</param>
    /// <param name="Outcome">what is decided</param>
    /// <param name="Codes">codes of measures and activities of the edition in force; needed where there is accord</param>
    /// <param name="Reasons">why</param>
    /// <param name="ValidUntil">the last day on which it holds, as it was typed; empty as long as the programme does</param>
    /// <param name="Signatory">who signs for the office</param>
    /// <param name="SignatoryRole">the office of who signs; may be empty</param>
    internal sealed record Command(
        StatementId Application, int Version, Outcome Outcome, IReadOnlyList<string> Codes, string Reasons, string ValidUntil, string Signatory, string SignatoryRole);

    /// <returns>the new version of the application</returns>
    public async Task<Result<int>> Run(Command command, CancellationToken stop)
    {
        command = command with { Codes = [.. command.Codes.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct()] };
        await using var begun = await db.Begin(stop);
        var open = await access.Open(command.Application, command.Version, stop);
        if (!open.Ok)
        {
            return open.Problems.ToArray();
        }

        var application = open.Value;
        if (await programme.Edition(stop) is not { } edition)
        {
            return Problem.Conflict("statements.no-programme");
        }

        var (known, today) = (await programme.ByCode(stop), clock.Today());
        var problems = Wrong(command, known, today, out var until);
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        List<Node> nodes = [.. command.Codes.Select(c => known[c]).OrderBy(n => n.Position)];
        var before = await db.Set<DecisionNode>().Where(n => n.StatementId == application.Id).ToListAsync(stop);
        if (!await access.May([.. nodes.Select(n => n.Id)], stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        await Enter(application, command, until, edition.Id, string.Join(", ", nodes.Select(n => n.Code)), stop);
        db.RemoveRange(before.Where(b => nodes.TrueForAll(n => n.Id != b.NodeId)));
        db.AddRange(nodes.Where(n => before.TrueForAll(b => b.NodeId != n.Id))
            .Select(n => new DecisionNode { StatementId = application.Id, NodeId = n.Id, Code = n.Code, Title = n.Title, Position = n.Position }));
        (application.Stage, application.Version) = (Stage.Decided, application.Version + 1);
        return await db.Commit(asker.Act(Act, ""), stop) ? application.Version : Problem.Conflict("statements.changed-meanwhile");
    }

    private static IReadOnlyList<Problem> Wrong(Command command, IReadOnlyDictionary<string, Node> known, LocalDate today, out LocalDate? until)
    {
        var form = StatementFields.Begin();
        until = form.Read(command.ValidUntil, PeriodText.Read, "validUntil")?.Last;
        form.When(!Enum.IsDefined(command.Outcome), "statements.outcome-missing", "outcome");
        form.When(command is { Codes.Count: 0, Outcome: Outcome.InAccord or Outcome.Partly }, "statements.nodes-missing", "more");
        form.When(command.Codes.Count > MostNodes, "statements.nodes-many", "more", MostNodes);
        foreach (var code in command.Codes.Where(c => !known.ContainsKey(c)).Take(MostNodes))
        {
            form.When(true, "statements.node-unknown", "more", code);
        }

        form.Text(command.Reasons, "reasons", LongestReasons);
        form.Text(command.Signatory, "signatory", LongestName);
        form.Text(command.SignatoryRole, "signatoryRole", LongestName, optional: true);
        form.When(until < today, "statements.valid-past", "validUntil");
        return form.Problems;
    }

    private async Task Enter(Application application, Command command, LocalDate? until, EditionId edition, string codes, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await db.FindAsync<Decision>([application.Id], stop) is { } there)
        {
            (there.Outcome, there.Reasons, there.Codes, there.ValidUntil) = (command.Outcome, command.Reasons.Trim(), codes, until);
            (there.Signatory, there.SignatoryRole, there.EditionId, there.DecidedAt) = (command.Signatory.Trim(), command.SignatoryRole.Trim(), edition, now);
            return;
        }

        db.Add(new Decision
        {
            Id = application.Id, Outcome = command.Outcome, Reasons = command.Reasons.Trim(), Codes = codes, ValidUntil = until,
            Signatory = command.Signatory.Trim(), SignatoryRole = command.SignatoryRole.Trim(), EditionId = edition, DecidedAt = now,
        });
    }
}
