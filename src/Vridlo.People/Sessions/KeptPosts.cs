using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Core.Access;
using Vridlo.Core.Data;

namespace Vridlo.People.Sessions;

/// <summary>
/// A form that came when its session was gone or its page was old. It is kept for a day under a secret code, so that what was
/// typed is not lost; whoever holds the code can look at it and send it again.
/// </summary>
internal sealed class KeptPost
{
    public required byte[] Code { get; init; }

    /// <summary>The address it was sent to, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Names and values as JSON.</summary>
    public required string Fields { get; init; }

    public required Instant Until { get; init; }
}

internal static class KeptPostMap
{
    public static void Map(ModelBuilder model) => model.Entity<KeptPost>(post =>
    {
        post.ToTable("people_kept_post").HasKey(p => p.Code);
        post.HasIndex(p => p.Until);
    });
}

/// <summary>Keeps forms that could not be taken.</summary>
internal sealed class KeptPosts(AppDb db, IClock clock) : IUnsentForms
{
    private const int Largest = 4 * 1024 * 1024;

    // Never kept: secrets, and what belongs to the old page alone.
    private static readonly string[] Left = ["__RequestVerificationToken", "_receipt"];

    /// <inheritdoc/>
    /// <remarks>What is too large or holds a secret is not kept.</remarks>
    public async Task<string?> Keep(HttpRequest request, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        if (form.Keys.Any(k => k.Contains("password", StringComparison.OrdinalIgnoreCase) || k is "credential" or "current" or "repeated"))
        {
            return null;
        }

        var fields = JsonSerializer.Serialize(form.Where(f => !Left.Contains(f.Key)).SelectMany(f => f.Value.Select(v => new[] { f.Key, v ?? "" })));
        if (fields.Length > Largest)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        db.RemoveRange(await db.Set<KeptPost>().Where(p => p.Until < now).OrderBy(p => p.Until).Take(20).ToListAsync(stop));
        db.Add(new KeptPost { Code = Hash(code), Path = request.Path + request.QueryString, Fields = fields, Until = now + Duration.FromDays(1) });
        return await db.Keep(stop) ? "/prace/rozepsane/" + code : null;
    }

    public async Task<(string Path, IReadOnlyList<(string Name, string Value)> Fields)?> Find(string code, CancellationToken stop)
    {
        var (hash, now) = (Hash(code), clock.GetCurrentInstant());
        return await db.Set<KeptPost>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == hash && p.Until > now, stop) is { } post
            ? (post.Path, [.. JsonSerializer.Deserialize<string[][]>(post.Fields)!.Select(f => (f[0], f[1]))])
            : null;
    }

    private static byte[] Hash(string code) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code));
}
