using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Issuing;

/// <summary>What a correction begins with, and which one is being prepared.</summary>
internal static class Corrections
{
    /// <summary>The file number of the correction that is being prepared, or null.</summary>
    public static async Task<string?> Open(AppDb db, StatementId of, CancellationToken stop) =>
        await db.Set<Application>().Where(a => a.Corrects == of && (a.Stage == Stage.Received || a.Stage == Stage.Decided)).Select(a => (int?)a.Number).FirstOrDefaultAsync(stop) is { } number
            ? Application.CodeOf(number) : null;

    /// <summary>The same application with a file number of its own, as decided as it was.</summary>
    public static Application Of(Application a, int number, string why, LocalDate due) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Number = number,
        Title = a.Title,
        Sought = Folding.Fold($"{Application.CodeOf(number)} {a.Title} {a.Applicant}"),
        Applicant = a.Applicant,
        CompanyNumber = a.CompanyNumber,
        Seat = a.Seat,
        DataBox = a.DataBox,
        Place = a.Place,
        Description = a.Description,
        Aim = a.Aim,
        Outputs = a.Outputs,
        Cost = a.Cost,
        Currency = a.Currency,
        FundingProgramme = a.FundingProgramme,
        FundingCall = a.FundingCall,
        Funding = a.Funding,
        FundingDeadline = a.FundingDeadline,
        Starts = a.Starts,
        Ends = a.Ends,
        Claimed = a.Claimed,
        ReceivedOn = a.ReceivedOn,
        Due = due,
        Channel = a.Channel,
        Language = a.Language,
        Stage = Stage.Decided,
        ClosedWhy = "",
        Corrects = a.Id,
        CorrectsWhy = why,
        Version = 1,
    };

    public static Decision Of(Decision d, StatementId correction, Instant now) => new()
    {
        Id = correction, Outcome = d.Outcome, Reasons = d.Reasons, Codes = d.Codes, ValidUntil = d.ValidUntil, Signatory = d.Signatory, SignatoryRole = d.SignatoryRole, EditionId = d.EditionId, DecidedAt = now,
    };
}
