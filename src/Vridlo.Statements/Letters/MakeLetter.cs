using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Places;
using Vridlo.Core.Programme;
using Vridlo.Core.Samples;
using Vridlo.Statements.Register;

namespace Vridlo.Statements.Letters;

/// <summary>What a letter is made of. Who can be asked about the application is not among it: letters are public.</summary>
/// <param name="Application">the application</param>
/// <param name="Decision">what was decided of it</param>
/// <param name="Nodes">measures and activities in the order of the programme</param>
/// <param name="Number">the number of the statement, or what stands in its place in a draft</param>
/// <param name="Day">the day of issue</param>
/// <param name="Replaces">the statement that this one corrects and replaces, or null</param>
internal sealed record LetterOf(Application Application, Decision Decision, IReadOnlyList<DecisionNode> Nodes, string Number, LocalDate Day, Statement? Replaces);

/// <summary>Makes the letter of a statement from the template in use. It is in Czech, whatever language the form was in.</summary>
internal sealed class MakeLetter(Templates templates, IPlaces places, IProgrammeLedger ledger, TextCatalogue texts, SampleLabel label)
{
    /// <summary>Whether letters are of sample data; asks on a connection of its own, so it is to be asked where none is held.</summary>
    public ValueTask<bool> IsSample(CancellationToken stop) => label.Shown(stop);

    public async Task<byte[]> Make(LetterOf letter, bool isSample, CancellationToken stop) =>
        FillLetter.Run(await templates.Current(stop), await Values(letter, stop), isSample ? texts.In(Language.Cs)["samples.note"] : null);

    private async Task<IReadOnlyDictionary<LetterField, IReadOnlyList<string>>> Values(LetterOf letter, CancellationToken stop)
    {
        var (t, application, decision) = (texts.In(Language.Cs), letter.Application, letter.Decision);
        var edition = (await ledger.Named([decision.EditionId], stop)).GetValueOrDefault(decision.EditionId);
        var place = application.Place is { } at ? await places.All.Where(p => p.Code == at).Select(p => p.Name).FirstOrDefaultAsync(stop) : null;
        return new Dictionary<LetterField, IReadOnlyList<string>>
        {
            [LetterField.Number] = [letter.Number],
            [LetterField.Replaces] = letter.Replaces is { } before ? [t["statements.letter.replaces.text", before.FullNumber, before.IssuedOn]] : [],
            [LetterField.Day] = [t.Write(letter.Day)],
            [LetterField.File] = [application.Code],
            [LetterField.Programme] = [Czech(edition?.ProgrammeTitle)],
            [LetterField.Edition] = [Czech(edition?.Title)],
            [LetterField.Applicant] = [application.Applicant],
            [LetterField.CompanyNumber] = [application.CompanyNumber],
            [LetterField.Seat] = [application.Seat],
            [LetterField.DataBox] = [Given(application.DataBox)],
            [LetterField.Project] = [application.Title],
            [LetterField.Place] = [Given(place)],
            [LetterField.Nodes] = letter.Nodes.Count == 0 ? [t["statements.letter.nodes.none"]] : [.. letter.Nodes.Select(n => $"{n.Code} {Czech(n.Title)}".TrimEnd())],
            [LetterField.Outcome] = [t[$"statements.letter.outcome.{WordsAttribute.Name(decision.Outcome.ToString())}"]],
            [LetterField.Reasons] = decision.Reasons.ReplaceLineEndings("\n").Split('\n'),
            [LetterField.NoPromise] = [t["statements.letter.no-promise"]],
            [LetterField.Validity] = [decision.ValidUntil is { } until ? t["statements.letter.valid.until", until] : t["statements.letter.valid.programme"]],
            [LetterField.Signatory] = [decision.Signatory],
            [LetterField.SignatoryRole] = [decision.SignatoryRole],
        };
    }

    private static string Czech(Localized? text) => text is null ? "" : Typography.Set(text.For(Language.Cs).Text, Language.Cs);

    private static string Given(string? text) => string.IsNullOrEmpty(text) ? "–" : text;
}
