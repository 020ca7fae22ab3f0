using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;

namespace Vridlo.People.Invitations;

/// <summary>What a one-time link is for.</summary>
internal enum InvitationKind
{
    /// <summary>the first administrator of an installation, whom nobody knows yet</summary>
    First,

    /// <summary>a person who was entered by an administrator</summary>
    Invited,

    /// <summary>a person who has forgotten the password</summary>
    Recovery,
}

/// <summary>A link that works once, with which a person sets a password. Only the hash of its code is kept.</summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    public required InvitationKind Kind { get; init; }

    /// <summary>Whom it is for; null for the first administrator.</summary>
    public PersonId? PersonId { get; init; }

    public required byte[] Hash { get; init; }

    public required Instant Until { get; init; }

    /// <summary>Makes an invitation and the code of its link.</summary>
    public static (Invitation Row, string Code) Make(InvitationKind kind, PersonId? person, Instant now)
    {
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var lasts = kind is InvitationKind.Recovery ? Duration.FromHours(1) : Duration.FromDays(7);
        return (new() { Id = Guid.CreateVersion7(), Kind = kind, PersonId = person, Hash = HashOf(code), Until = now + lasts }, code);
    }

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    /// <summary>The Czech address of the link.</summary>
    public static string Path(string code) => "/pozvanka/" + code;
}

internal static class InvitationMap
{
    public static void Map(ModelBuilder model) => model.Entity<Invitation>(invitation =>
    {
        invitation.ToTable("people_invitation").HasKey(i => i.Id);
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.HasIndex(i => i.Hash).IsUnique();
        invitation.HasIndex(i => i.PersonId);
    });
}
