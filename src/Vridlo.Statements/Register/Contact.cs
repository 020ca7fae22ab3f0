namespace Vridlo.Statements.Register;

/// <summary>
/// Who can be asked about an application. Personal data: in a table of its own, never public, never in the record, and removed some time after
/// the application is closed, or when the person asks.
/// </summary>
internal sealed class Contact
{
    public required StatementId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Address of mail, or empty where an application came without.</summary>
    public required string Mail { get; init; }

    /// <summary>The address as addresses are compared.</summary>
    public required string MailKey { get; init; }

    /// <summary>Number of a phone, or empty.</summary>
    public required string Phone { get; init; }
}
