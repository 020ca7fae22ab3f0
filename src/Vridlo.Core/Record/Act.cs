namespace Vridlo.Core.Record;

/// <summary>Who acts.</summary>
/// <param name="Kind">what sort of actor: <c>system</c>, <c>command-line</c>, later <c>person</c> or <c>machine</c></param>
/// <param name="Name">a name within the kind; never shown publicly</param>
public sealed record Actor(string Kind, string Name)
{
    /// <summary>The system itself, such as at its first start.</summary>
    public static Actor System { get; } = new("system", "vridlo");

    /// <summary>Somebody who has sent a form that is open to all, without signing in.</summary>
    public static Actor Anybody { get; } = new("public", "public");

    /// <summary>The person at the command line, by the name of the operating system's account.</summary>
    public static Actor CommandLine { get; } = new("command-line", Environment.UserName);
}

/// <summary>
/// What somebody does, as far as the record must know it. No write happens without one: <see cref="Data.AppDb.Commit"/> takes it.
/// </summary>
/// <param name="Who">who acts</param>
/// <param name="Kind">what is done: a stable key such as <c>programmes.load</c>, which is also the key of its public text</param>
/// <param name="Why">the reason, in the words of whoever acts</param>
/// <param name="Decision">the decision it rests on, such as <c>ZK 370/11/21</c>, or null</param>
public sealed record Act(Actor Who, string Kind, string Why, string? Decision = null);
