using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Core.Programme;
using Vridlo.Core.Record;

namespace Vridlo.Core.Access;

internal sealed class PersonRow
{
    public required PersonId Id { get; init; }

    public required string Name { get; set; }

    public required string Mail { get; set; }

    /// <summary>The address in small letters, by which it is unique.</summary>
    public required string MailKey { get; set; }

    public required Language Language { get; set; }

    public Instant? LeftAt { get; set; }

    public int Version { get; set; }
}

internal sealed class GrantRow
{
    public required GrantId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required Role Role { get; init; }

    public ProgrammeId? ProgrammeId { get; init; }

    public NodeId? NodeId { get; init; }
}

internal static class AccessMap
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PersonRow>(person =>
        {
            person.ToTable("access_person").HasKey(p => p.Id);
            person.HasIndex(p => p.MailKey).IsUnique();
            person.Property(p => p.Name).Personal().InCzechOrder();
            person.Property(p => p.Mail).Personal();
            person.Property(p => p.MailKey).Personal();
            person.Property(p => p.Version).IsConcurrencyToken();
            person.Recorded("person");
        });
        model.Entity<GrantRow>(grant =>
        {
            grant.ToTable("access_grant").HasKey(g => g.Id);
            grant.HasIndex(g => g.PersonId);
            grant.HasOne<PersonRow>().WithMany().HasForeignKey(g => g.PersonId);
            grant.Recorded("person.role");
        });
    }
}
