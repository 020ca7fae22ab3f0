using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;

namespace Vridlo.People.Sessions;

/// <summary>A signed-in browser. The cookie holds a key of which only the hash is kept, so who reads the table cannot sign in.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Key { get; init; }

    public required byte[] Ticket { get; set; }

    public required Instant Since { get; init; }

    public required Instant Seen { get; set; }

    public required Instant Until { get; set; }

    /// <summary>The browser as it names itself, shortened.</summary>
    public required string Device { get; init; }

    /// <summary>The role whose view an administrator has taken on, or null.</summary>
    public Role? SeesAs { get; set; }
}

/// <summary>A key that protects cookies and forms; kept in the database so that all instances share it.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal static class SessionMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Session>(session =>
        {
            session.ToTable("people_session").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasIndex(s => s.Key).IsUnique();
            session.HasIndex(s => s.PersonId);
            session.HasIndex(s => s.Until);
        });
        model.Entity<ProtectionKey>(key => key.ToTable("people_protection_key").HasKey(k => k.Name));
    }
}
