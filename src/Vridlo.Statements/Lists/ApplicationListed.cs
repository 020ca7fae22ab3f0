using NodaTime;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Lists;

/// <summary>An application in the list of the workspace.</summary>
internal sealed record ApplicationListed
{
    public required StatementId Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Sought { get; init; }

    public required string Applicant { get; init; }

    public required string CompanyNumber { get; init; }

    public required Stage Stage { get; init; }

    public required Channel Channel { get; init; }

    public required LocalDate ReceivedOn { get; init; }

    public required LocalDate Due { get; init; }

    public string? PlaceName { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Codes { get; init; }

    public string? FullNumber { get; init; }

    public string Code => Application.CodeOf(Number);
}
