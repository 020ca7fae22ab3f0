namespace Vridlo.Discussion;

/// <summary>The rights of this module.</summary>
internal static class DiscussionRights
{
    /// <summary>Reads comments and writes them, at the places where a role is held.</summary>
    public const string Comment = "discussion.comment";

    /// <summary>Reads the own tasks and notices by a token.</summary>
    public const string Own = "discussion.own";
}
