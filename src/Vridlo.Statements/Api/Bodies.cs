using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Statements.Asking;
using Vridlo.Statements.Register;
using Vridlo.Statements.Showing;

namespace Vridlo.Statements.Api;

/// <summary>An issued statement.</summary>
internal sealed record StatementAnswer(
    string Code, string Number, string IssuedOn, string Title, string Applicant, string? ApplicantNumber, string? Place, Outcome Outcome, IReadOnlyList<string> Nodes,
    Validity State, string? ValidUntil, string? WithdrawnOn, string? ReplacedBy, string? Project, string Letter);

/// <summary>
/// An application as it stands, with what may be decided of it: its version, the measures and activities that its texts suggest, and all that was entered,
/// in the form in which it is changed.
/// </summary>
internal sealed record ApplicationAnswer(
    string Code, string Title, string Applicant, string ApplicantNumber, Stage Stage, string ReceivedOn, string Due, string? Statement, string? Project, IReadOnlyList<SuggestedAnswer> Suggested,
    ApplicationBody Entered, int Version);

/// <summary>A measure or activity that may fit, with the words that the texts share.</summary>
internal sealed record SuggestedAnswer(string Code, bool Claimed, IReadOnlyList<string> Words);

/// <summary>
/// An application that came by data box or on paper, or what one is to say instead. Sums are in the currency; times are days, months, quarters or years; the
/// version is that which was seen, and of no use to a new one.
/// </summary>
internal sealed record ApplicationBody(
    Channel Channel,
    LocalDate ReceivedOn,
    string Applicant,
    string CompanyNumber,
    string Seat,
    string Title,
    string Description,
    string Aim,
    string Outputs,
    decimal Cost,
    string DataBox = "",
    string ContactName = "",
    string Mail = "",
    string Phone = "",
    string Place = "",
    Currency Currency = default,
    string FundingProgramme = "",
    string FundingCall = "",
    decimal? Funding = null,
    string FundingDeadline = "",
    string Starts = "",
    string Ends = "",
    IReadOnlyList<string>? Claimed = null,
    int Version = 0)
{
    internal static ApplicationBody Of(ApplicationShown shown)
    {
        var (a, contact) = (shown.Application, shown.Contact);
        return new(
            a.Channel, a.ReceivedOn, a.Applicant, a.CompanyNumber, a.Seat, a.Title, a.Description, a.Aim, a.Outputs, (decimal)a.Cost / Money.MinorInOne, a.DataBox,
            contact?.Name ?? "", contact?.Mail ?? "", contact?.Phone ?? "", a.Place ?? "", a.Currency, a.FundingProgramme, a.FundingCall,
            a.Funding is { } funding ? (decimal)funding / Money.MinorInOne : null, Day(a.FundingDeadline), Day(a.Starts), Day(a.Ends),
            a.Claimed.Split(", ", StringSplitOptions.RemoveEmptyEntries), a.Version);
    }

    internal ApplicationTyped Typed() => new(
        Applicant, CompanyNumber, Seat, DataBox, ContactName, Mail, Phone, Title, Place, Description, Aim, Outputs,
        Sum(Cost), FundingProgramme, FundingCall, Sum(Funding), FundingDeadline, Starts, Ends, Claimed ?? []);

    private static string Day(LocalDate? day) => day is { } known ? DateText.Iso(known) : "";

    private string Sum(decimal? sum) => sum is { } given ? $"{given.ToString("0.##########", CultureInfo.InvariantCulture)} {MoneyText.Code(Currency)}" : "";
}

/// <summary>What is decided, of the version that was seen. Nodes are codes of measures and activities of the edition in force.</summary>
internal sealed record DecisionBody(
    int Version, Outcome Outcome, string Reasons, string Signatory, IReadOnlyList<string>? Nodes = null, string ValidUntil = "", string SignatoryRole = "");

/// <summary>That what was decided is issued, of the version that was seen.</summary>
internal sealed record IssueBody(int Version);

/// <summary>Which project an application is about, by its code, or empty for none, of the version that was seen.</summary>
internal sealed record ProjectBody(int Version, string Project = "");

/// <summary>Why something is corrected, withdrawn or set aside, of the version that was seen.</summary>
internal sealed record WhyBody(int Version, string Why);

/// <summary>An application as it was entered.</summary>
internal sealed record ApplicationEntered(string Code, string Due, int Version);

/// <summary>The version an application has now.</summary>
internal sealed record ApplicationVersion(int Version);

/// <summary>What stands for an issued statement in addresses.</summary>
internal sealed record StatementIssued(string Code);

/// <summary>Whether it is done.</summary>
internal sealed record ContactErased(bool Erased);

/// <summary>The number of a template.</summary>
internal sealed record TemplateTaken(int Number);
