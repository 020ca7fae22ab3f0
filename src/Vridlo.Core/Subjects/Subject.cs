using System.Diagnostics.CodeAnalysis;
using Vridlo.Base;
using Vridlo.Core.Access;

namespace Vridlo.Core.Subjects;

/// <summary>Names a thing of any module, so that others can speak of it without knowing the module.</summary>
/// <param name="Kind">its kind as a module declares it, such as <c>programme.node</c></param>
/// <param name="Id">its identity within the kind, without slash or white space</param>
public readonly record struct SubjectKey(string Kind, string Id)
{
    private const int Longest = 200;

    /// <summary>As two parts of an address of the site: a word before a dot would be taken for one to translate.</summary>
    public string InPath => $"{Kind.Replace('.', '~')}/{Id}";

    /// <summary>The name that <see cref="InPath"/> wrote; it may be none.</summary>
    public static string FromPath(string kind, string id) => $"{kind.Replace('~', '.')}/{id}";

    /// <summary>As it is written: <c>kind/id</c>.</summary>
    public override string ToString() => $"{Kind}/{Id}";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SubjectKey? key)
    {
        key = text is { Length: <= Longest } && text.Split('/') is [{ Length: > 0 } kind, { Length: > 0 } id] && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_')
            ? new SubjectKey(kind, id)
            : null;
        return key is not null;
    }
}

/// <summary>A thing as it stands now.</summary>
/// <param name="Key">its name</param>
/// <param name="At">its place, by which rights are judged</param>
/// <param name="Title">what people call it</param>
/// <param name="Path">its Czech address</param>
/// <param name="IsPublic">whether everybody may know its title; what is not public is never named in letters</param>
public sealed record Subject(SubjectKey Key, At At, Localized Title, string Path, bool IsPublic);

/// <summary>
/// Finds things by their identities as they stand now. Those that are not there, and identities that make no sense, are left out. What
/// whoever asks may know of them is not judged here.
/// </summary>
public delegate Task<IReadOnlyList<Subject>> FindThings(IServiceProvider unit, IReadOnlyCollection<string> ids, CancellationToken stop);

/// <summary>Finds things by what people call them: a code, or a part of the title. Gives a few, the likeliest first.</summary>
public delegate Task<IReadOnlyList<SubjectKey>> FindNamed(IServiceProvider unit, string text, CancellationToken stop);

/// <summary>A kind of things that can be spoken of.</summary>
/// <param name="Key">stable key, such as <c>programme.node</c>: where the record has these things too, the same as there</param>
/// <param name="EditRight">the right without which they cannot be edited where they stand</param>
/// <param name="Find">finds them</param>
public sealed record SubjectKind(string Key, string EditRight, FindThings Find)
{
    /// <summary>Finds them by what people call them; null when they cannot be found so.</summary>
    public FindNamed? Named { get; init; }
}
