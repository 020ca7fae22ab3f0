namespace Vridlo.Base;

/// <summary>What sort of refusal a <see cref="Problem"/> is; it decides the HTTP status and the exit code.</summary>
public enum ProblemKind
{
    /// <summary>What was given is wrong: HTTP 422, exit code 2.</summary>
    Invalid,

    /// <summary>There is no such thing: HTTP 404, exit code 3.</summary>
    NotFound,

    /// <summary>The right is missing: HTTP 403, exit code 4.</summary>
    Forbidden,

    /// <summary>The thing has changed meanwhile or exists already: HTTP 409, exit code 5.</summary>
    Conflict,
}

/// <summary>
/// An expected refusal. <see cref="Code"/> is at once the text key, the suffix of the RFC 9457 type and the log property;
/// it is never renamed.
/// </summary>
/// <param name="Kind">the sort of refusal</param>
/// <param name="Code">stable code such as <c>programmes.package.not-found</c></param>
/// <param name="Field">the field of the command it belongs to, or null</param>
/// <param name="Arguments">values for the placeholders of the text, in order</param>
public sealed record Problem(ProblemKind Kind, string Code, string? Field = null, params IReadOnlyList<object> Arguments)
{
    /// <summary>What was given is wrong.</summary>
    public static Problem Invalid(string code, string? field = null, params IReadOnlyList<object> arguments) =>
        new(ProblemKind.Invalid, code, field, arguments);

    /// <summary>There is no such thing.</summary>
    public static Problem NotFound(string code, params IReadOnlyList<object> arguments) =>
        new(ProblemKind.NotFound, code, null, arguments);

    /// <summary>The right is missing.</summary>
    public static Problem Forbidden(string code, params IReadOnlyList<object> arguments) =>
        new(ProblemKind.Forbidden, code, null, arguments);

    /// <summary>The thing has changed meanwhile, or exists already.</summary>
    public static Problem Conflict(string code, params IReadOnlyList<object> arguments) =>
        new(ProblemKind.Conflict, code, null, arguments);

    /// <summary>The process exit code of this refusal: 2 to 5.</summary>
    public int ExitCode => (int)Kind + 2;
}
