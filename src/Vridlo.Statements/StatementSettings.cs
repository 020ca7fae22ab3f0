using Microsoft.Extensions.Configuration;
using NodaTime;
using Vridlo.Base;

namespace Vridlo.Statements;

/// <summary>The settings of statements.</summary>
/// <param name="Days">days from receipt in which a statement is to be issued (<c>Statements:Days</c>)</param>
/// <param name="KeepContactDays">days after an application is closed for which its contact is kept (<c>Statements:KeepContactDays</c>)</param>
/// <param name="Prefix">what numbers begin with (<c>Statements:Prefix</c>); null for the first word of the programme's short name</param>
internal sealed record StatementSettings(int Days, int KeepContactDays, string? Prefix)
{
    private const int MostDays = 3660;

    /// <summary>The last day on which a statement is to be issued, counted from a day; offices work on it.</summary>
    public LocalDate Due(LocalDate from) => from.PlusDays(Days).NextWorkingDay();

    /// <exception cref="InvalidOperationException">when a setting cannot be understood</exception>
    public static StatementSettings Of(IConfiguration configuration) =>
        new(Count(configuration, "Statements:Days", 30), Count(configuration, "Statements:KeepContactDays", 365), Word(configuration["Statements:Prefix"]));

    private static int Count(IConfiguration configuration, string name, int usual) => configuration.GetValue(name, usual) is > 0 and <= MostDays and var days
        ? days : throw new InvalidOperationException($"The setting {name} is a number of days from 1 to {MostDays}.");

    private static string? Word(string? prefix) => prefix is null or { Length: > 0 and <= 20 } && prefix?.All(c => char.IsLetterOrDigit(c) || c == '-') is not false
        ? prefix : throw new InvalidOperationException("The setting Statements:Prefix is a word of letters, digits and hyphens, at most 20 of them.");
}
