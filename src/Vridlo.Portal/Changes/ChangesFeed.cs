using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Ui;

namespace Vridlo.Portal.Changes;

/// <summary>The changes as a feed (Atom, RFC 4287): all of them, or those of one programme.</summary>
internal sealed class ChangesFeed(IRecord record, IProgrammeLedger ledger, SiteAddress site, Vridlo.Core.Samples.SampleLabel label, Links to, Texts t)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Newest = 50;

    /// <summary>Writes the feed; false when there is no such programme.</summary>
    public async Task<bool> Write(HttpContext context, string? programme)
    {
        var stop = context.RequestAborted;
        var (acts, title) = (record.Acts, (await label.Shown(stop) ? t["samples.sheet"] + " · " : "") + t["portal.changes.title"]);
        if (programme is not null)
        {
            var editions = await ledger.Editions(programme, stop);
            if (editions.Count == 0)
            {
                return false;
            }

            List<string> ids = [.. editions.Select(e => e.Id.Value.ToString())];
            acts = acts.Where(a => ids.Contains(a.Edition!));
            title += " · " + t.Write(editions[0].Title);
        }

        var newest = await acts.OrderByDescending(a => a.Sequence).Take(Newest).ToListAsync(stop);
        var named = await ledger.Editions(newest, stop);
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) };
        await using var xml = XmlWriter.Create(context.Response.Body, settings);
        Head(xml, site.Of(context.Request), programme, title, newest.Count > 0 ? newest[0].At : Instant.FromUnixTimeSeconds(0));
        foreach (var act in newest)
        {
            var edition = Guid.TryParse(act.Edition, out var id) ? named.GetValueOrDefault(new(id)) : null;
            Entry(xml, site.Of(context.Request), act, edition);
        }

        await xml.WriteEndElementAsync();
        return true;
    }

    private void Head(XmlWriter xml, string origin, string? programme, string title, Instant updated)
    {
        var path = programme is null ? "/zmeny.atom" : $"/programy/{programme}/zmeny.atom";
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, t.Language.Code());
        Element(xml, "id", origin + to[path]);
        Element(xml, "title", title);
        Element(xml, "updated", DateText.Iso(updated));
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", t["ui.product"]);
        xml.WriteEndElement();
        Link(xml, "self", origin + to[path], "application/atom+xml");
        Link(xml, "alternate", origin + to["/zmeny"], "text/html");
    }

    private void Entry(XmlWriter xml, string origin, ActListed act, EditionNamed? edition)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", "urn:uuid:" + act.Id);
        Element(xml, "title", edition is null ? What(act) : $"{What(act)}: {t.Write(edition.Title)}");
        Element(xml, "updated", DateText.Iso(act.At));
        Link(xml, "alternate", origin + to[edition is null ? "/zmeny" : $"/programy/{edition.Programme}/vydani/{edition.Code}"], "text/html");
        Element(xml, "summary", Summary(act, edition));
        xml.WriteEndElement();
    }

    private string What(ActListed act) => t.Has(act.Kind) ? t[act.Kind] : t["ui.list.unnamed"];

    private string Summary(ActListed act, EditionNamed? edition) => (edition, act.Decision) switch
    {
        ({ } e, { } decision) => t["portal.changes.summary.edition-decision", e.ProgrammeTitle, e.Title, decision],
        ({ } e, null) => t["portal.changes.summary.edition", e.ProgrammeTitle, e.Title],
        (null, { } decision) => t["portal.changes.summary.decision", decision],
        _ => t.Count("portal.changes.summary.count", act.Changes),
    };

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
