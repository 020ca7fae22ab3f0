using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;

namespace Vridlo.Programmes.Public;

/// <summary>Something that happened to a programme, for lists of what is new.</summary>
internal sealed record News(LocalDate On, string What, string Detail, string Edition, bool Decision)
{
    /// <summary>Approvals and entries of the editions, the newest first.</summary>
    public static IReadOnlyList<News> Of(IReadOnlyList<EditionHead> editions, Texts texts) =>
        [.. editions.SelectMany(e => Of(e, texts)).OrderByDescending(n => n.On)];

    private static IEnumerable<News> Of(EditionHead edition, Texts texts)
    {
        var title = texts.Plain(edition.EditionTitle);
        yield return new(edition.EnteredAt.InZone(DateText.Zone).Date, texts["programmes.news.entered"], title, edition.Code, false);
        foreach (var approval in edition.Approvals)
        {
            yield return new(approval.On, Approved(approval, texts), texts["programmes.news.resolution", approval.Resolution] + " · " + title, edition.Code, true);
        }
    }

    public static string Approved(Approval approval, Texts texts)
    {
        var key = "programmes.news.approved." + approval.Body;
        return texts.Has(key) ? texts[key] : texts["programmes.news.approved", approval.Body];
    }
}
