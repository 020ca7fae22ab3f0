using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Statements.Register;

/// <summary>What is decided of a project.</summary>
[Words("statements.outcome")]
internal enum Outcome
{
    /// <summary>v souladu</summary>
    InAccord,

    /// <summary>v souladu s výhradou</summary>
    Partly,

    /// <summary>není v souladu</summary>
    NotInAccord,

    /// <summary>nelze posoudit</summary>
    NotAssessable,
}

/// <summary>What an officer has decided of an application. It can be decided anew until the statement is issued, and never after.</summary>
internal sealed class Decision
{
    public required StatementId Id { get; init; }

    public required Outcome Outcome { get; set; }

    public required string Reasons { get; set; }

    /// <summary>Codes of the measures and activities in the order of the programme, separated by a comma, as they stood then; may be empty.</summary>
    public required string Codes { get; set; }

    /// <summary>The last day on which the statement holds; null as long as the programme does.</summary>
    public LocalDate? ValidUntil { get; set; }

    /// <summary>Who signs for the office.</summary>
    public required string Signatory { get; set; }

    /// <summary>The office of who signs; may be empty.</summary>
    public required string SignatoryRole { get; set; }

    /// <summary>The edition of the programme by which it was decided.</summary>
    public required EditionId EditionId { get; set; }

    public required Instant DecidedAt { get; set; }
}

/// <summary>A measure or activity with which a project is in accord, as it stood when that was decided.</summary>
internal sealed class DecisionNode
{
    public required StatementId StatementId { get; init; }

    public required NodeId NodeId { get; init; }

    public required string Code { get; init; }

    public Localized? Title { get; init; }

    /// <summary>Place in the order of the programme.</summary>
    public required int Position { get; init; }
}
