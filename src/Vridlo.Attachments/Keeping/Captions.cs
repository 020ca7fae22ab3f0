using Vridlo.Base;

namespace Vridlo.Attachments.Keeping;

/// <summary>What is said of an attachment.</summary>
internal static class Captions
{
    /// <summary>What is wrong with a caption; a picture that everybody sees must be described for those who cannot see it (WCAG 1.1.1).</summary>
    public static IEnumerable<Problem> Problems(string caption, bool needed) =>
        caption.Trim().Length > AddAttachment.LongestCaption || caption.Any(char.IsControl) ? [Problem.Invalid("attachments.caption-long", "caption", AddAttachment.LongestCaption)]
        : needed && caption.Trim().Length == 0 ? [Problem.Invalid("attachments.caption-missing", "caption")] : [];
}
