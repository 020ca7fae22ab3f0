namespace Vridlo.Statements.Register;

/// <summary>The bytes of a letter or a template; what it is stands where it is referred to, with its SHA-256. Never changed.</summary>
internal sealed class StoredFile
{
    public required Guid Id { get; init; }

    public required byte[] Content { get; init; }
}
