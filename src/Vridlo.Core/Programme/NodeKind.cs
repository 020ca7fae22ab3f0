using Vridlo.Base;

namespace Vridlo.Core.Programme;

/// <summary>The kinds of nodes a programme is made of.</summary>
[Words("programmes.kind")]
public enum NodeKind
{
    /// <summary>vize</summary>
    Vision,

    /// <summary>globální cíl</summary>
    Goal,

    /// <summary>oblast (also priority or axis)</summary>
    Area,

    /// <summary>specifický cíl, between area and measure</summary>
    Objective,

    /// <summary>opatření</summary>
    Measure,

    /// <summary>aktivita</summary>
    Activity,

    /// <summary>nadpis, under which achievements stand</summary>
    Heading,

    /// <summary>co se povedlo</summary>
    Achievement,
}

/// <summary>Whose programme it is.</summary>
[Words("programmes.kind")]
public enum ProgrammeKind
{
    /// <summary>of a region (kraj)</summary>
    Region,

    /// <summary>of a municipality (obec)</summary>
    Municipality,

    /// <summary>of the state or another body</summary>
    Other,

    /// <summary>goals agreed between states, which programmes refer to (UN); never an installation's own programme</summary>
    International,
}

/// <summary>Where an edition stands.</summary>
[Words("programmes.edition.status")]
public enum EditionStatus
{
    /// <summary>návrh: may still change, is not public</summary>
    Draft,

    /// <summary>schváleno: immutable</summary>
    Approved,
}
