using Vridlo.Base;
using Vridlo.Projects.Offers.Duplicates;

namespace Vridlo.Projects.Offers.Deciding;

/// <summary>What is pointed out as a possible duplicate, with the reason in words.</summary>
/// <param name="Code">its code</param>
/// <param name="Title">its name</param>
/// <param name="BearerName">who bears it</param>
/// <param name="Path">its page in the workspace</param>
/// <param name="IsProject">whether it is a project</param>
/// <param name="Why">the reason</param>
public sealed record DuplicateRow(string Code, string Title, string BearerName, string Path, bool IsProject, string Why)
{
    internal static DuplicateRow Of(Duplicate found, Texts t) => new(found.Code, found.Title, found.BearerName, found.Path, found.IsProject, Reason(found.Likeness, t));

    internal static string Reason(Alikeness likeness, Texts t) => string.Join(", ",
    [
        .. likeness.SameBearer ? [t["projects.offers.alike.bearer"]] : Array.Empty<string>(),
        .. likeness.SamePlace ? [t["projects.offers.alike.place"]] : Array.Empty<string>(),
        t["projects.offers.alike.name", (int)Math.Round(100 * likeness.Name)],
    ]);
}
