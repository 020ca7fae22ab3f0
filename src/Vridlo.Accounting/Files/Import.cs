using NodaTime;
using Vridlo.Accounting.Reading;
using Vridlo.Accounting.Sources;
using Vridlo.Base;

namespace Vridlo.Accounting.Files;

/// <summary>Identifies a file that was sent and not accepted yet.</summary>
internal readonly record struct UploadId(Guid Value) : ITypedId<UploadId>
{
    public static UploadId From(Guid value) => new(value);
}

/// <summary>Identifies a file that was accepted.</summary>
internal readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);
}

/// <summary>What a file does with what is there of its year.</summary>
[Words("accounting.mode")]
internal enum ImportMode
{
    /// <summary>nahradí celý rok: what the file does not have any more is withdrawn</summary>
    Replace,

    /// <summary>přidá k tomu, co tu je: a line that is there already is not there twice</summary>
    Append,
}

/// <summary>A file that was sent. It is kept until it is accepted or dropped, or a week has gone by.</summary>
internal sealed class Upload
{
    public required UploadId Id { get; init; }

    public required SourceId SourceId { get; init; }

    public required string File { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string Digest { get; init; }

    public required int Year { get; init; }

    public required ImportMode Mode { get; init; }

    /// <summary>Which budget the file has, where its form does not say it.</summary>
    public required BudgetStage Stage { get; init; }

    /// <summary>The day whose state the file is of.</summary>
    public required LocalDate AsOf { get; init; }

    public required Instant At { get; init; }

    /// <summary>How many problems it had when it was sent; with any it cannot be accepted.</summary>
    public required int Problems { get; init; }
}

/// <summary>A file that was accepted. The rows it brought and ended refer to it.</summary>
internal sealed class Import
{
    public required ImportId Id { get; init; }

    public required SourceId SourceId { get; init; }

    public required string File { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string Digest { get; init; }

    public required int Year { get; init; }

    public required ImportMode Mode { get; init; }

    /// <summary>The day whose state the file is of.</summary>
    public required LocalDate AsOf { get; init; }

    public required Instant At { get; init; }

    public required int Added { get; init; }

    public required int Changed { get; init; }

    public required int Withdrawn { get; init; }

    public required int Unchanged { get; init; }
}
