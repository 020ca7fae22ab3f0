using NodaTime;
using Vridlo.Base;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Asking;

/// <summary>An application as it was typed: every field a text.</summary>
/// <param name="Claimed">codes of the measures and activities that the applicant names</param>
internal sealed record ApplicationTyped(
    string Applicant,
    string CompanyNumber,
    string Seat,
    string DataBox,
    string ContactName,
    string Mail,
    string Phone,
    string Title,
    string Place,
    string Description,
    string Aim,
    string Outputs,
    string Cost,
    string FundingProgramme,
    string FundingCall,
    string Funding,
    string FundingDeadline,
    string Starts,
    string Ends,
    IReadOnlyList<string> Claimed)
{
    /// <summary>The address of mail as addresses are compared.</summary>
    public string MailKey => Mail.Trim().ToLowerInvariant();
}

/// <summary>How an application came.</summary>
/// <param name="Channel">by which way</param>
/// <param name="ReceivedOn">the day on which it came; today for the form of the public</param>
internal sealed record ApplicationWay(Channel Channel, LocalDate ReceivedOn);

/// <summary>The same, read.</summary>
internal sealed record ApplicationRead(
    string CompanyNumber,
    string? Place,
    Money Cost,
    long? Funding,
    LocalDate? FundingDeadline,
    LocalDate? Starts,
    LocalDate? Ends,
    string Claimed);
