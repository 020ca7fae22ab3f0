using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Instruments;
using Vridlo.Core.Organisations;

namespace Vridlo.Projects.Parts;

/// <summary>A row of something that a project has several of, in the order in which they were written.</summary>
internal abstract class PartRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public InstrumentId ProjectId { get; init; }

    /// <summary>Its number in the list, from 1.</summary>
    public int Number { get; set; }
}

/// <summary>Who carries the project out with the bearer (partner).</summary>
internal sealed class Partner : PartRow
{
    public OrganisationId Organisation { get; set; }

    /// <summary>What it does in the project.</summary>
    public string Role { get; set; } = "";
}

/// <summary>A step of the schedule (milník).</summary>
internal sealed class Milestone : PartRow
{
    public string Title { get; set; } = "";

    /// <summary>The day by which it is to be reached.</summary>
    public LocalDate Day { get; set; }

    /// <summary>The day on which it was reached, or null.</summary>
    public LocalDate? Done { get; set; }

    /// <summary>The milestone that must be reached before it, or null.</summary>
    public Guid? After { get; set; }
}

/// <summary>How likely a thing is, or how hard it would hit.</summary>
[Words("projects.level")]
internal enum Level
{
    Low,
    Middle,
    High,
}

/// <summary>What may go wrong (riziko).</summary>
internal sealed class Risk : PartRow
{
    public string Title { get; set; } = "";

    public Level Likelihood { get; set; }

    public Level Impact { get; set; }

    /// <summary>What is done about it.</summary>
    public string Measure { get; set; } = "";
}

/// <summary>Whether something is made by the project, or comes of it.</summary>
[Words("projects.outcome")]
internal enum OutcomeKind
{
    /// <summary>výstup: what is made, such as kilometres of a path</summary>
    Output,

    /// <summary>výsledek: what changes for people, such as how many use it</summary>
    Result,
}

/// <summary>What is expected of a project, in numbers (výstup, výsledek).</summary>
internal sealed class Outcome : PartRow
{
    public OutcomeKind Kind { get; set; }

    /// <summary>Key of the indicator of the programme to which it contributes, or null.</summary>
    public string? Stated { get; set; }

    /// <summary>The indicator: what is counted.</summary>
    public string Indicator { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>The value before, or null.</summary>
    public double? Baseline { get; set; }

    public double Target { get; set; }

    /// <summary>The value reached, or null.</summary>
    public double? Reached { get; set; }

    /// <summary>The day by which the target is to be reached, or null.</summary>
    public LocalDate? Day { get; set; }
}

/// <summary>Whom to speak to (kontakt). Says something of a person: never public, and gone when it is taken away.</summary>
internal sealed class Contact : PartRow
{
    public string Name { get; set; } = "";

    public string Role { get; set; } = "";

    public string Mail { get; set; } = "";

    public string Phone { get; set; } = "";
}
