using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Core.Programme;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Letters;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>
/// Issues what was decided: gives it the next number of the year, makes its letter and shows it in the public register. From then on nothing of it
/// changes. The applicant enters the register of organisations now, and not by merely asking.
/// </summary>
internal sealed class IssueStatement(
    AppDb db, TakeNumber numbers, NumberPrefix prefix, MakeLetter letters, ToApplicant mail, IOrganisations organisations, IProgrammeLedger ledger, Asker asker, IClock clock)
{
    public const string Act = "statements.issued";

    private const int MostTries = 5;

    /// <returns>what stands for the statement in addresses</returns>
    public async Task<Result<string>> Run(StatementId id, int version, CancellationToken stop)
    {
        for (var left = MostTries; ; left--)
        {
            // What meets another beside it (one applicant of two statements enters the register once) is tried again; whoever has seen an
            // older version is told then.
            if (await Once(id, version, stop) is { } done)
            {
                return done;
            }

            if (left == 0)
            {
                return Problem.Conflict("statements.changed-meanwhile");
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task<Result<string>?> Once(StatementId id, int version, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        if (await db.FindAsync<Application>([id], stop) is not { } application)
        {
            return Problem.NotFound("statements.unknown");
        }

        if (application.Stage is not Stage.Decided || await db.FindAsync<Decision>([id], stop) is not { } decision)
        {
            return Problem.Conflict(application.Stage is Stage.Received ? "statements.not-decided" : "statements.closed");
        }

        if (application.Version != version)
        {
            return Problem.Conflict("statements.changed-meanwhile");
        }

        var today = clock.GetCurrentInstant().InZone(DateText.Zone).Date;
        var nodes = await db.Set<DecisionNode>().AsNoTracking().Where(n => n.StatementId == id).OrderBy(n => n.Position).ToListAsync(stop);
        if (!asker.May(StatementRights.Decide, await ledger.Standing([.. nodes.Select(n => n.NodeId)], today, stop)))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        if (decision.ValidUntil < today)
        {
            return Problem.Conflict("statements.valid-past");
        }

        var organisation = await Applicant(application, stop);
        if (!organisation.Ok)
        {
            return organisation.Problems.ToArray();
        }

        var number = await numbers.Next(TakeNumber.OfStatements, today.Year, stop);
        var full = $"{await prefix.Of(decision.EditionId, stop)}/{today.Year}/{number:0000}";
        var letter = await letters.Make(new(application, decision, nodes, full, today), stop);
        var file = new StoredFile { Id = Guid.CreateVersion7(), Content = letter };
        var statement = new Statement
        {
            Id = id, Year = today.Year, Number = number, FullNumber = full, IssuedOn = today, Organisation = organisation.Value,
            LetterFile = file.Id, LetterSha256 = Convert.ToHexStringLower(SHA256.HashData(letter)), WithdrawnWhy = "",
        };
        db.AddRange(file, statement);
        (application.Stage, application.ClosedOn, application.Version) = (Stage.Issued, today, application.Version + 1);
        if (await db.FindAsync<Contact>([id], stop) is { } contact)
        {
            mail.Issued(application, contact, statement);
        }

        if (!await db.Commit(asker.Act(Act, full), stop))
        {
            return null;
        }

        return statement.Code;
    }

    /// <summary>The applicant as it is in the register of organisations, or entered there now.</summary>
    private async Task<Result<OrganisationId>> Applicant(Application application, CancellationToken stop) =>
        await organisations.Find(application.CompanyNumber, application.Applicant, stop) is { } known
            ? known.Id
            : await organisations.Enter(new(application.Applicant, application.CompanyNumber, Address: application.Seat, DataBox: application.DataBox), stop);
}
