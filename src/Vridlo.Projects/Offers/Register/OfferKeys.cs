using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;

namespace Vridlo.Projects.Offers.Register;

/// <summary>Makes codes that nobody guesses (32 random bytes), and finds what they stand for. Only hashes are kept.</summary>
internal sealed class OfferKeys(AppDb db)
{
    private const int Bytes = 32, Length = 43;

    public static string NewCode() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text could be such a code.</summary>
    public static bool IsCode(string text) => text.Length == Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>A new way to an offer; the caller commits.</summary>
    /// <returns>the code of the link</returns>
    public string Add(OfferId offer)
    {
        var code = NewCode();
        db.Add(new OfferKey { Hash = HashOf(code), OfferId = offer });
        return code;
    }

    /// <summary>The draft to which a link leads, to be changed, or null.</summary>
    public async Task<OfferDraft?> Find(string code, CancellationToken stop) => await Which(code).FirstOrDefaultAsync(stop);

    /// <summary>The draft that a letter asks to confirm, to be changed, or null.</summary>
    public async Task<OfferDraft?> ToConfirm(string code, CancellationToken stop)
    {
        var hash = HashOf(code);
        return IsCode(code) ? await db.Set<OfferDraft>().FirstOrDefaultAsync(d => d.ConfirmHash == hash, stop) : null;
    }

    private IQueryable<OfferDraft> Which(string code)
    {
        var (good, hash) = (IsCode(code), HashOf(code));
        return db.Set<OfferDraft>().Where(d => good && db.Set<OfferKey>().Any(k => k.OfferId == d.Id && k.Hash == hash));
    }
}
