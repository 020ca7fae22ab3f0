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
/// An application for a statement of compliance (žádost o vyjádření k souladu) as it came; it is not changed. Who can be asked about it stands
/// apart (<see cref="Contact"/>).
/// </summary>
internal sealed class Application
{
    public required StatementId Id { get; init; }

    /// <summary>Number within the installation, of which the file number is made.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the project.</summary>
    public required string Title { get; init; }

    /// <summary>File number, title and applicant folded, for finding.</summary>
    public required string Sought { get; init; }

    /// <summary>Name of the organisation that applies.</summary>
    public required string Applicant { get; init; }

    /// <summary>IČO, eight digits.</summary>
    public required string CompanyNumber { get; init; }

    /// <summary>Address of its seat.</summary>
    public required string Seat { get; init; }

    /// <summary>Its data box, or empty.</summary>
    public required string DataBox { get; init; }

    /// <summary>Code of the municipality where the project is, or null.</summary>
    public string? Place { get; init; }

    public required string Description { get; init; }

    public required string Aim { get; init; }

    public required string Outputs { get; init; }

    /// <summary>What the project costs as a whole, in minor units.</summary>
    public required long Cost { get; init; }

    /// <summary>The currency of both sums.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The programme from which funding is sought, or empty.</summary>
    public required string FundingProgramme { get; init; }

    /// <summary>Its call, or empty.</summary>
    public required string FundingCall { get; init; }

    /// <summary>What is sought from it, in minor units, or null.</summary>
    public long? Funding { get; init; }

    /// <summary>The last day for asking there, or null.</summary>
    public LocalDate? FundingDeadline { get; init; }

    public LocalDate? Starts { get; init; }

    public LocalDate? Ends { get; init; }

    /// <summary>Codes of the nodes that the applicant names, separated by a comma; may be empty.</summary>
    public required string Claimed { get; init; }

    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The last day on which the statement is to be issued.</summary>
    public required LocalDate Due { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The language in which letters go to the applicant.</summary>
    public required Language Language { get; init; }

    public required Stage Stage { get; set; }

    /// <summary>The day on which it was issued or set aside, or null.</summary>
    public LocalDate? ClosedOn { get; set; }

    /// <summary>Why it was set aside; else empty.</summary>
    public required string ClosedWhy { get; set; }

    /// <summary>The application whose issued statement this one is to correct, or null. It says the same.</summary>
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
