using System.Globalization;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Statements.Register;

/// <summary>Identifies an application and all that becomes of it.</summary>
internal readonly record struct StatementId(Guid Value) : ITypedId<StatementId>
{
    public static StatementId From(Guid value) => new(value);
}

/// <summary>Where an application stands.</summary>
[Words("statements.stage")]
internal enum Stage
{
    /// <summary>přijata</summary>
    Received,

    /// <summary>rozhodnuto: not issued yet, so it can be decided anew</summary>
    Decided,

    /// <summary>vyjádření vydáno</summary>
    Issued,

    /// <summary>vyjádření odvoláno</summary>
    Withdrawn,

    /// <summary>vyjádření nahrazeno opravným</summary>
    Replaced,

    /// <summary>odložena bez vyjádření: taken back by the applicant, sent twice, not meant</summary>
    SetAside,
}

/// <summary>How an application came.</summary>
[Words("statements.channel")]
internal enum Channel
{
    /// <summary>formulář na webu</summary>
    Form,

    /// <summary>datová schránka</summary>
    DataBox,

    /// <summary>listinně</summary>
    Paper,
}

/// <summary>
/// An application for a statement of compliance (žádost o vyjádření k souladu) as it came; officers mend what is wrong in it until it is closed. Who can
/// be asked about it stands apart (<see cref="Contact"/>).
/// </summary>
internal sealed class Application
{
    public required StatementId Id { get; init; }

    /// <summary>Number within the installation, of which the file number is made.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Title { get; set; }

    /// <summary>File number, title and applicant folded, for finding.</summary>
    public required string Sought { get; set; }

    /// <summary>Name of the organisation that applies.</summary>
    public required string Applicant { get; set; }

    /// <summary>IČO, eight digits.</summary>
    public required string CompanyNumber { get; set; }

    /// <summary>Address of its seat.</summary>
    public required string Seat { get; set; }

    /// <summary>Its data box, or empty.</summary>
    public required string DataBox { get; set; }

    /// <summary>Code of the municipality where the project is, or null.</summary>
    public string? Place { get; set; }

    public required string Description { get; set; }

    public required string Aim { get; set; }

    public required string Outputs { get; set; }

    /// <summary>What the project costs as a whole, in minor units.</summary>
    public required long Cost { get; set; }

    /// <summary>The currency of both sums.</summary>
    public required Currency Currency { get; set; }

    /// <summary>The programme from which funding is sought, or empty.</summary>
    public required string FundingProgramme { get; set; }

    /// <summary>Its call, or empty.</summary>
    public required string FundingCall { get; set; }

    /// <summary>What is sought from it, in minor units, or null.</summary>
    public long? Funding { get; set; }

    /// <summary>The last day for asking there, or null.</summary>
    public LocalDate? FundingDeadline { get; set; }

    public LocalDate? Starts { get; set; }

    public LocalDate? Ends { get; set; }

    /// <summary>Codes of the nodes that the applicant names, separated by a comma; may be empty.</summary>
    public required string Claimed { get; set; }

    public required LocalDate ReceivedOn { get; set; }

    /// <summary>The last day on which the statement is to be issued.</summary>
    public required LocalDate Due { get; set; }

    public required Channel Channel { get; set; }

    /// <summary>The language in which letters go to the applicant.</summary>
    public required Language Language { get; init; }

    public required Stage Stage { get; set; }

    /// <summary>The day on which it was issued or set aside, or null.</summary>
    public LocalDate? ClosedOn { get; set; }

    /// <summary>Why it was set aside; else empty.</summary>
    public required string ClosedWhy { get; set; }

    /// <summary>The application whose issued statement this one is to correct, or null. It begins with the same words.</summary>
    public StatementId? Corrects { get; init; }

    /// <summary>Why it is corrected; else empty.</summary>
    public required string CorrectsWhy { get; init; }

    public required int Version { get; set; }

    /// <summary>The file number (spisová značka) by which people and addresses know it.</summary>
    public string Code => CodeOf(Number);

    /// <summary>As it is compared with the programme.</summary>
    public DescribedIntent Described => new(Title, Aim, Outputs, Description, Claimed.Split(", "), Language);

    public static string CodeOf(int number) => $"S-{number:0000}";

    /// <summary>The number of a file number; null when it is none.</summary>
    public static int? NumberOf(string code) =>
        code.StartsWith("S-", StringComparison.Ordinal) && int.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && CodeOf(number) == code ? number : null;
}
