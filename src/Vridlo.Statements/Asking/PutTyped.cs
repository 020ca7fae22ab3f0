using Vridlo.Base;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Asking;

/// <summary>Puts what was typed and read into an application: the same when it comes and when it is changed.</summary>
internal static class PutTyped
{
    public static void Put(this Application application, ApplicationTyped typed, ApplicationRead known)
    {
        (application.Title, application.Description, application.Aim, application.Outputs) = (typed.Title.Trim(), typed.Description.Trim(), typed.Aim.Trim(), typed.Outputs.Trim());
        (application.Applicant, application.CompanyNumber, application.Seat) = (typed.Applicant.Trim(), known.CompanyNumber, typed.Seat.Trim());
        (application.DataBox, application.Place, application.Claimed) = (typed.DataBox.Trim().ToLowerInvariant(), known.Place, known.Claimed);
        (application.Cost, application.Currency, application.Funding) = (known.Cost.Minor, known.Cost.Currency, known.Funding);
        (application.FundingProgramme, application.FundingCall, application.FundingDeadline) = (typed.FundingProgramme.Trim(), typed.FundingCall.Trim(), known.FundingDeadline);
        (application.Starts, application.Ends) = (known.Starts, known.Ends);
        application.Sought = Folding.Fold($"{application.Code} {application.Title} {application.Applicant}");
    }

    /// <summary>Who can be asked about it; null when nobody is named.</summary>
    public static Contact? Contact(this ApplicationTyped typed, StatementId id) => typed.ContactName.Trim() is { Length: > 0 } name
        ? new() { Id = id, Name = name, Mail = typed.Mail.Trim(), MailKey = typed.MailKey, Phone = typed.Phone.Trim() } : null;
}
