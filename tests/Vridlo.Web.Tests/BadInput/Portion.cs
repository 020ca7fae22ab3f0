namespace Vridlo.Web.Tests.BadInput;

/// <summary>One of several parts into which the same tests of a kind are divided, so that each run does some and all of them get done.</summary>
/// <param name="Parts">how many there are</param>
/// <param name="Turn">which one it is, from 0</param>
public sealed record Portion(int Parts, int Turn)
{
    public static Portion Whole { get; } = new(1, 0);

    public bool Holds(int number) => number % Parts == Turn % Parts;
}
