using Vridlo.Accounting.Reading;

namespace Vridlo.Accounting.Sources;

/// <summary>A source as it was typed.</summary>
/// <param name="Code">its code; only read of a new one</param>
/// <param name="Name">its name</param>
/// <param name="Organisation">company number of the organisation whose accounting it is</param>
/// <param name="Form">a member of <see cref="SourceForm"/></param>
/// <param name="EveryDays">days between files</param>
/// <param name="DefaultFund">code of the fund, or empty</param>
/// <param name="MatchesEvents">whether its event numbers are those of the instruments</param>
/// <param name="RecoveredItems">items of income that are money given back</param>
/// <param name="Coding">a member of <see cref="TextCoding"/></param>
/// <param name="Delimiter">a member of <see cref="Reading.Delimiter"/></param>
/// <param name="Decimal">a member of <see cref="DecimalSign"/></param>
/// <param name="Columns">heads of the columns; empty ones are not there</param>
/// <param name="ApprovedTypes">kinds that mark lines of the approved budget</param>
/// <param name="AdjustedTypes">kinds that mark lines of the adjusted budget</param>
/// <param name="Rules">kind of rule, its value, code of the fund; rows without anything typed are left out</param>
internal sealed record SourceTyped(
    string Code,
    string Name,
    string Organisation,
    string Form,
    string EveryDays,
    string DefaultFund,
    bool MatchesEvents,
    string RecoveredItems,
    string Coding,
    string Delimiter,
    string Decimal,
    IReadOnlyDictionary<FileField, string> Columns,
    string ApprovedTypes,
    string AdjustedTypes,
    IReadOnlyList<(string Kind, string Value, string Fund)> Rules);
