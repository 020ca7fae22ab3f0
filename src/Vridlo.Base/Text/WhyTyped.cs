namespace Vridlo.Base;

/// <summary>Why something is done, in the words of whoever does it: the record keeps it, so it is no place for a document.</summary>
public static class WhyTyped
{
    /// <summary>Most characters.</summary>
    public const int Longest = 500;

    /// <summary>What is wrong with a reason, or null.</summary>
    /// <param name="why">the reason; empty when none is given</param>
    /// <param name="field">where it was typed</param>
    public static Problem? Refused(string why, string field = "why") =>
        why.Length > Longest ? Problem.Invalid("ui.why.wrong", field, Longest) : null;
}
