namespace Vridlo.Core.Access;

/// <summary>What whoever signs people in tells the host about them, beside the person's id as name identifier.</summary>
public static class WhoClaims
{
    /// <summary>The role whose view has been taken on.</summary>
    public const string SeesAs = "vridlo:sees-as";

    /// <summary>A right to which a token is limited; there may be several.</summary>
    public const string OnlyRight = "vridlo:only-right";

    /// <summary>The scheme by which browsers sign in.</summary>
    public const string Browser = "Identity.Application";

    /// <summary>The scheme by which machines show their token.</summary>
    public const string Token = "vridlo:token";
}
