using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Data;
using Vridlo.Core.Organisations;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Letters;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>
/// Issues what was decided: gives it the next number of the year, makes its letter and shows it in the public register. From then on nothing of it
/// changes. A correction puts itself in the place of the statement that it corrects. The applicant enters the register of organisations now, and not by merely asking.
/// </summary>
internal sealed class IssueStatement(
    AppDb db, TakeNumber numbers, NumberPrefix prefix, MakeLetter letters, ToApplicant mail, IOrganisations organisations, StatementAccess access, Asker asker, IClock clock)
{
    public const string Act = "statements.issued";

    private const int MostTries = 5;

    /// <param name="id">the application</param>
    /// <param name="version">the version that was seen</param>
    /// <param name="stop">ends it</param>
    /// <param name="on">the day of issue; today unless a past is made up</param>
    /// <returns>what stands for the statement in addresses</returns>
    public async Task<Result<string>> Run(StatementId id, int version, CancellationToken stop, LocalDate? on = null)
    {
        // Whoever waits for a number holds a connection, and must not wait for another one too.
        var isSample = await letters.IsSample(stop);
        for (var left = MostTries; ; left--)
        {
            // What meets another beside it (one applicant of two statements enters the register once) is tried again; whoever has seen an
            // older version is told then.
            if (await Once(id, version, on, isSample, stop) is { } done)
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

    /// <returns>null when it met another and can be tried again</returns>
    private async Task<Result<string>?> Once(StatementId id, int version, LocalDate? on, bool isSample, CancellationToken stop)
    {
        await using var begun = await db.Begin(stop);
        var today = on ?? clock.Today();
        var (found, decided) = (await db.FindAsync<Application>([id], stop), await db.FindAsync<Decision>([id], stop));
        if (Refused(found, decided, version, today) is { } refused)
        {
            return refused;
        }

        var (application, decision) = (found!, decided!);
        var nodes = await db.Set<DecisionNode>().AsNoTracking().Where(n => n.StatementId == id).OrderBy(n => n.Position).ToListAsync(stop);
        if (!await access.May([.. nodes.Select(n => n.NodeId)], stop))
        {
            return Problem.Forbidden("statements.may-not-decide-these");
        }

        var replaced = await Replaced(application, stop);
        if (!replaced.Ok)
        {
            return replaced.Problems.ToArray();
        }

        // Whoever issues at the same time waits here, and then finds the applicant that the other has entered.
        var number = await numbers.Next(TakeNumber.OfStatements, today.Year, stop);
        var organisation = await Applicant(application, stop);
        if (!organisation.Ok)
        {
            return organisation.Problems[0].Kind is ProblemKind.Conflict ? null : (Result<string>)organisation.Problems.ToArray();
        }

        var full = $"{await prefix.Of(decision.EditionId, stop)}/{today.Year}/{number:0000}";
        var letter = await letters.Make(new(application, decision, nodes, full, today, replaced.Value), isSample, stop);
        var statement = Made(application, (today, number, full), organisation.Value, letter);
        (application.Stage, application.ClosedOn, application.Version) = (Stage.Issued, today, application.Version + 1);
        if (await db.FindAsync<Contact>([id], stop) is { } contact)
        {
            mail.Issued(application, contact, statement, replaced.Value);
        }

        return await db.Commit(asker.Act(Act, full), stop) ? (Result<string>)statement.Code : null;
    }

    private static Problem? Refused(Application? application, Decision? decision, int version, LocalDate today) => (application, decision) switch
    {
        (null, _) => Problem.NotFound("statements.unknown"),
        ({ Stage: Stage.Received }, _) or ({ Stage: Stage.Decided }, null) => Problem.Conflict("statements.not-decided"),
        ({ Stage: not Stage.Decided }, _) => Problem.Conflict("statements.closed"),
        _ when application.Version != version => Problem.Conflict("statements.changed-meanwhile"),
        _ when decision!.ValidUntil < today => Problem.Conflict("statements.valid-past"),
        _ => null,
    };

    private Statement Made(Application application, (LocalDate Day, int Number, string Full) named, OrganisationId applicant, byte[] letter)
    {
        var file = new StoredFile { Id = Guid.CreateVersion7(), Content = letter };
        var statement = new Statement
        {
            Id = application.Id, Year = named.Day.Year, Number = named.Number, FullNumber = named.Full, IssuedOn = named.Day, Organisation = applicant,
            Replaces = application.Corrects, LetterFile = file.Id, LetterSha256 = Convert.ToHexStringLower(SHA256.HashData(letter)), WithdrawnWhy = "",
        };
        db.AddRange(file, statement);
        return statement;
    }

    /// <summary>The statement in whose place a correction comes, or null. It must hold still; its version keeps others from withdrawing it meanwhile.</summary>
    private async Task<Result<Statement?>> Replaced(Application application, CancellationToken stop)
    {
        if (application.Corrects is not { } id)
        {
            return (Statement?)null;
        }

        if (await db.FindAsync<Application>([id], stop) is not { Stage: Stage.Issued } before || await db.FindAsync<Statement>([id], stop) is not { } statement)
        {
            return Problem.Conflict("statements.not-correctable");
        }

        (before.Stage, before.Version) = (Stage.Replaced, before.Version + 1);
        return statement;
    }

    /// <summary>The applicant as it is in the register of organisations, or entered there now.</summary>
    private async Task<Result<OrganisationId>> Applicant(Application application, CancellationToken stop) =>
        await organisations.Find(application.CompanyNumber, application.Applicant, stop) is { } known
            ? known.Id
            : await organisations.Enter(new(application.Applicant, application.CompanyNumber, Address: application.Seat, DataBox: application.DataBox), stop);
}
