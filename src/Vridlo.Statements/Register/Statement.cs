using System.Globalization;
using NodaTime;
using Vridlo.Core.Organisations;

namespace Vridlo.Statements.Register;

/// <summary>
/// An issued statement of compliance (vyjádření k souladu): public and not changed any more; it can only be withdrawn, or replaced by another
/// that corrects it. An opinion, no decision under the code of administrative procedure.
/// </summary>
internal sealed class Statement
{
    /// <summary>That of the application.</summary>
    public required StatementId Id { get; init; }

    public required int Year { get; init; }

    /// <summary>Number within the year, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The number as it stands in the letter: PRKK/2026/0001.</summary>
    public required string FullNumber { get; init; }

    public required LocalDate IssuedOn { get; init; }

    /// <summary>Who applied, in the register of organisations.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The letter as it was issued.</summary>
    public required Guid LetterFile { get; init; }

    /// <summary>SHA-256 of the letter in lower-case hexadecimal.</summary>
    public required string LetterSha256 { get; init; }

    /// <summary>The statement that this one corrects and replaces, or null.</summary>
    public StatementId? Replaces { get; init; }

    public LocalDate? WithdrawnOn { get; set; }

    /// <summary>Why it was withdrawn; else empty.</summary>
    public required string WithdrawnWhy { get; set; }

    /// <summary>What stands for it in addresses: 2026-0001.</summary>
    public string Code => CodeOf(Year, Number);

    public static string CodeOf(int year, int number) => $"{year:0000}-{number:0000}";

    /// <summary>Year and number of a code; null when it is none.</summary>
    public static (int Year, int Number)? Read(string code) =>
        code.Split('-') is [{ Length: 4 } y, var n] && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && CodeOf(year, number) == code ? (year, number) : null;
}
