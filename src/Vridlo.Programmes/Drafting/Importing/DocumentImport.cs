using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Programmes.Drafting.Importing;

/// <summary>Identifies a document on its way into a draft.</summary>
internal readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);
}

/// <summary>A document that somebody has uploaded and that is being read. Whoever asks again sees how far it is, whichever process reads it.</summary>
internal sealed class DocumentImport
{
    public required ImportId Id { get; init; }

    public required PersonId Person { get; init; }

    public required string File { get; init; }

    public required Instant At { get; init; }

    /// <summary>Share of the reading done, in percent.</summary>
    public int Percent { get; set; }

    /// <summary>When the reading process was last heard of; one that is silent for long has been killed.</summary>
    public Instant Heard { get; set; }

    /// <summary>The draft it has become, or null.</summary>
    public DraftId? DraftId { get; set; }

    /// <summary>Why it has become none, one sentence a line; null while there is nothing wrong.</summary>
    public string? Refused { get; set; }
}
