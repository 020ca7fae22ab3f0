using System.Text;
using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Mail;
using Vridlo.Core.Publishing;

namespace Vridlo.Discussion.Notices;

/// <summary>
/// Writes notices as a letter in the person's language. A letter says that something was done, and names only what everybody may know:
/// never the words of a comment, never what is not public, never a name.
/// </summary>
internal sealed class WriteLetters(TextCatalogue catalogue, Addresses addresses, SiteAddress site)
{
    private const int Most = 50;

    public Letter Of(Person person, IReadOnlyList<Notice> notices)
    {
        var t = catalogue.In(person.Language);
        var text = new StringBuilder(t.Count("discussion.letter.text", notices.Count)).Append("\n\n");
        foreach (var notice in notices.Take(Most))
        {
            text.Append("- ").Append(Act(t, notice.Kind)).Append(": ").Append(notice.IsPublic ? notice.Title.For(person.Language).Text : t["discussion.letter.not-public"]).Append('\n');
        }

        if (notices.Count > Most)
        {
            text.Append(t.Count("discussion.letter.more", notices.Count - Most)).Append('\n');
        }

        return new()
        {
            Kind = "discussion.notices",
            Person = person.Id,
            Language = person.Language,
            Subject = notices.Count == 1 ? Act(t, notices[0].Kind) : t.Count("discussion.letter.subject", notices.Count),
            Text = text.ToString(),
            Links =
            [
                new(t["discussion.notices.title"], Full(person, "/prace/oznameni")),
                new(t["discussion.letter.settings"], Full(person, "/prace/ja/oznameni")),
            ],
        };
    }

    /// <summary>What was done, in words.</summary>
    public static string Act(Texts t, string kind) => t.Has(kind) ? t[kind] : t["discussion.notice.change"];

    private string Full(Person person, string path) => site.Full(addresses.In(path, person.Language));
}
