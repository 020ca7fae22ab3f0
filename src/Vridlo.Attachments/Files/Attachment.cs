using NodaTime;
using Vridlo.Base;

namespace Vridlo.Attachments.Files;

/// <summary>Identifies an attachment.</summary>
internal readonly record struct AttachmentId(Guid Value) : ITypedId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);
}

/// <summary>A document or a picture that belongs to a thing.</summary>
internal sealed class Attachment
{
    public required AttachmentId Id { get; init; }

    /// <summary>The thing, as subjects are named: <c>projects.project/0199…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The name of the file, with the ending of what it really is.</summary>
    public required string FileName { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of what is kept, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>What it is, or what a picture shows: its description for those who do not see it.</summary>
    public required string Caption { get; set; }

    /// <summary>Whether everybody may see it.</summary>
    public required bool IsPublic { get; set; }

    public required Instant AddedAt { get; init; }

    public required int Version { get; set; }

    public bool IsPicture => Kind is FileKind.Jpeg or FileKind.Png;
}

/// <summary>The bytes of an attachment; a picture has a small one too.</summary>
internal sealed class AttachmentContent
{
    public required AttachmentId Id { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The picture as it stands in lists; nothing for documents.</summary>
    public byte[]? Small { get; init; }
}
