using NodaTime;

namespace Vridlo.Statements.Letters;

/// <summary>A template of the letter as the office has uploaded it. The one with the highest number is used; the others are kept.</summary>
internal sealed class Template
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required Guid FileId { get; init; }

    public required Instant UploadedAt { get; init; }
}
