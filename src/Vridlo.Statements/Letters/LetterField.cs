using Vridlo.Base;

namespace Vridlo.Statements.Letters;

/// <summary>
/// A place of the letter that the system fills in, written into the template as <c>{{číslo}}</c>. People type these names in Word, so case and
/// diacritics do not matter; they are Czech, as the letter is.
/// </summary>
/// <param name="Name">the name without braces</param>
/// <param name="TextKey">key of the text that says what is put there</param>
/// <param name="Required">whether a letter without it would not be one</param>
/// <param name="Repeats">whether its paragraph is repeated for each of several values, and left out without any; else they become lines of one paragraph</param>
/// <param name="Leads">whether it stands before all else in a template that has no place for it</param>
internal sealed record LetterField(string Name, string TextKey, bool Required = false, bool Repeats = false, bool Leads = false)
{
    public static readonly LetterField
        Number = new("číslo", "statements.letter.number", Required: true),
        Replaces = new("nahrazuje", "statements.letter.replaces", Repeats: true, Leads: true),
        Day = new("datum", "statements.letter.day", Required: true),
        File = new("spis", "statements.letter.file"),
        Programme = new("program", "statements.letter.programme"),
        Edition = new("vydání", "statements.letter.edition"),
        Applicant = new("žadatel", "statements.letter.applicant", Required: true),
        CompanyNumber = new("ičo", "statements.letter.company-number"),
        Seat = new("sídlo", "statements.letter.seat"),
        DataBox = new("datová schránka", "statements.letter.data-box"),
        Project = new("projekt", "statements.letter.project", Required: true),
        Place = new("místo", "statements.letter.place"),
        Nodes = new("opatření", "statements.letter.nodes", Required: true, Repeats: true),
        Outcome = new("rozhodnutí", "statements.letter.outcome", Required: true),
        Reasons = new("důvody", "statements.letter.reasons", Required: true),
        NoPromise = new("příslib", "statements.letter.no-promise.name", Required: true),
        Validity = new("platnost", "statements.letter.validity", Required: true),
        Signatory = new("podpis", "statements.letter.signatory", Required: true),
        SignatoryRole = new("funkce", "statements.letter.signatory-role");

    public static IReadOnlyList<LetterField> All { get; } =
        [Number, Replaces, Day, File, Programme, Edition, Applicant, CompanyNumber, Seat, DataBox, Project, Place, Nodes, Outcome, Reasons, NoPromise, Validity, Signatory, SignatoryRole];

    /// <summary>As it stands in a template.</summary>
    public string Written => "{{" + Name + "}}";

    /// <summary>The field of this name, or null.</summary>
    public static LetterField? Of(string name) => Folding.Fold(name) is var folded ? All.FirstOrDefault(f => Folding.Fold(f.Name) == folded) : null;
}
