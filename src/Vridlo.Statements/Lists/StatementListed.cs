using NodaTime;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Lists;

/// <summary>An issued statement in the public register.</summary>
internal sealed record StatementListed
{
    public required StatementId Id { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required string FullNumber { get; init; }

    public required LocalDate IssuedOn { get; init; }

    public required string Title { get; init; }

    public required string Sought { get; init; }

    /// <summary>Who applied, as it stands in the register of organisations now.</summary>
    public required OrganisationId Applicant { get; init; }

    public required string ApplicantName { get; init; }

    public string? ApplicantNumber { get; init; }

    public string? Place { get; init; }

    public string? PlaceName { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Codes of measures and activities, separated by a comma.</summary>
    public required string Codes { get; init; }

    public LocalDate? ValidUntil { get; init; }

    public LocalDate? WithdrawnOn { get; init; }

    /// <summary>Number of the statement that has replaced it, or null.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The project it is about, as it stands in the list of instruments now, or null.</summary>
    public InstrumentId? Project { get; init; }

    public string? ProjectCode { get; init; }

    /// <summary>Czech address of its page, or null.</summary>
    public string? ProjectPath { get; init; }

    public string Code => Statement.CodeOf(Year, Number);

    /// <summary>Whether it holds on a day.</summary>
    public Validity On(LocalDate day) =>
        WithdrawnOn is not null ? Validity.Withdrawn : ReplacedBy is not null ? Validity.Replaced : ValidUntil < day ? Validity.Expired : Validity.Valid;
}
