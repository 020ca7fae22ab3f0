namespace Vridlo.Attachments;

/// <summary>The rights of this module.</summary>
internal static class AttachmentRights
{
    /// <summary>Adds attachments, publishes and removes them, at the places where a role is held.</summary>
    public const string Manage = "attachments.manage";
}
