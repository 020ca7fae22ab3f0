namespace Vridlo.Projects;

/// <summary>The rights over projects: one is held where one of the nodes is that the project carries out.</summary>
internal static class ProjectRights
{
    /// <summary>To read what is not public, and the lists of the workspace.</summary>
    public const string Read = "projects.read";

    /// <summary>To enter and change projects.</summary>
    public const string Edit = "projects.write";

    /// <summary>To enter their money.</summary>
    public const string Money = "projects.pay";

    /// <summary>To read the intents that are offered, and to accept, give back, merge and decline them.</summary>
    public const string Offers = "projects.offers";

    /// <summary>To load them from spreadsheets, everywhere at once.</summary>
    public const string Import = "projects.import";
}
