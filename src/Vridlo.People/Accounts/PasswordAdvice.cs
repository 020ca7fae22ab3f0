using Microsoft.AspNetCore.Identity;
using Vridlo.Base;

namespace Vridlo.People.Accounts;

/// <summary>
/// What a password must be by NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where it is the only factor, no rules of
/// composition, no expiry, and none that is easily guessed (common ones, the person's own name, the name of the system).
/// </summary>
internal static class PasswordAdvice
{
    public const int Shortest = 15;
    public const int Longest = 200;

    /// <summary>After so many wrong passwords in a row none is looked at for some minutes.</summary>
    public const int MostWrong = 8, LockedMinutes = 10;

    /// <summary>On zxcvbn's scale of 0 to 4: at least 10^8 guesses.</summary>
    private const int Strength = 3;

    public static Problem? Judge(string password, string name, string mail)
    {
        if (password.Length < Shortest)
        {
            return Problem.Invalid("people.password.short", "password", Shortest);
        }

        if (password.Length > Longest)
        {
            return Problem.Invalid("people.password.long", "password", Longest);
        }

        string[] own = [.. name.Split(' '), .. mail.Split('@', '.'), "vridlo", "karlovarsky", "karlovy", "vary"];
        return Zxcvbn.Zxcvbn.MatchPassword(password, own).Score < Strength ? Problem.Invalid("people.password.guessed", "password") : null;
    }

    /// <summary>The framework's own rules of composition are off; what it is asked is judged above with the person's name.</summary>
    public static void Configure(IdentityOptions identity)
    {
        identity.Password = new()
        {
            RequiredLength = Shortest, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
        };
        identity.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = MostWrong, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockedMinutes) };
        identity.User.AllowedUserNameCharacters = "0123456789abcdef";
    }
}
