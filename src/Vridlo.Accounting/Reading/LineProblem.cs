using Vridlo.Base;

namespace Vridlo.Accounting.Reading;

/// <summary>What is wrong or doubtful in a file.</summary>
/// <param name="Line">the line as text editors count them; null for the file as a whole</param>
/// <param name="Column">the head of the column; null for the whole line</param>
/// <param name="Problem">what it is</param>
internal sealed record LineProblem(int? Line, string? Column, Problem Problem);
