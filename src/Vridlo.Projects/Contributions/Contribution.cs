namespace Vridlo.Projects.Contributions;

/// <summary>What projects together bring to an indicator, in one unit. Contribution is not divided by shares: a project counts whole wherever it is linked.</summary>
/// <param name="Stated">key of the indicator that the programme states; null when the projects name it themselves</param>
/// <param name="Indicator">what is counted, in the projects' words</param>
/// <param name="Unit">in what it is counted</param>
/// <param name="Target">sum of what the projects are to reach; of no meaning in a unit that does not add up (<see cref="Adds"/>)</param>
/// <param name="Reached">sum of what those that said so have reached</param>
/// <param name="Reporting">how many lines say what was reached</param>
/// <param name="Projects">how many projects there are</param>
/// <param name="Elsewhere">how many of them are also linked to a node that is not among these</param>
internal sealed record Contribution(string? Stated, string Indicator, string Unit, double Target, double Reached, int Reporting, int Projects, int Elsewhere)
{
    private static readonly string[] Shares = ["%", "‰", "procent", "procento", "procenta", "percent", "prozent", "promile", "p. b.", "p.b.", "index"];

    /// <summary>Whether figures in the unit may be added: shares may not.</summary>
    public bool Adds => !Shares.Contains(Unit.Trim().ToLowerInvariant());
}
