using Microsoft.AspNetCore.Builder;

namespace Vridlo.Core.Access;

/// <summary>
/// Declares which right an address needs. Every endpoint must carry one: an address without it answers 403 and fails a test.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RightAttribute(string right) : Attribute
{
    /// <summary>The right, such as <see cref="Rights.Public"/>.</summary>
    public string Right { get; } = right;
}

/// <summary>Marks what can be sent even in the view of another role, in which nothing else can be changed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WhileSeeingAsAttribute : Attribute;

/// <summary>The rights of Core.</summary>
public static class Rights
{
    /// <summary>Open to everyone, without sign-in.</summary>
    public const string Public = "public";

    /// <summary>Open to everyone who has signed in; what they may do with it their roles say.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Declares the right that an endpoint (or all endpoints of a group) needs.</summary>
    public static TBuilder Right<TBuilder>(this TBuilder endpoint, string right)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(e => e.Metadata.Add(new RightAttribute(right)));
        return endpoint;
    }
}
