using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Record;

namespace Vridlo.People.Tokens;

internal readonly record struct TokenId(Guid Value) : ITypedId<TokenId>
{
    public static TokenId From(Guid value) => new(value);
}

/// <summary>What a machine shows instead of signing in. It acts for the person who made it, with some of that person's rights.</summary>
internal sealed class Token
{
    public required TokenId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The only rights it may use, separated by single spaces.</summary>
    public required string Rights { get; init; }

    public required Instant Since { get; init; }

    public required Instant Until { get; init; }

    public Instant? Revoked { get; set; }
}

internal static class TokenMap
{
    public static void Map(ModelBuilder model) => model.Entity<Token>(token =>
    {
        token.ToTable("people_token").HasKey(t => t.Id);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.PersonId);
        token.Property(t => t.Hash).Personal();
        token.Property(t => t.Name).Personal();
        token.Recorded("person.token");
    });
}
