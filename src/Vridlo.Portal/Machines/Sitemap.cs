using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Publishing;
using Vridlo.Ui;

namespace Vridlo.Portal.Machines;

/// <summary>The map of the site for search engines (sitemaps.org 0.9): every public page in each language, with the others beside it.</summary>
internal sealed class Sitemap(Declarations declared, IServiceProvider services, SiteAddress site, Links to)
{
    private const string Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    // A map may have 50,000 addresses; each page has one in every language.
    private const int PagesInPart = 50_000 / 3;

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    /// <summary>The whole map when it is small enough, else the list of its parts.</summary>
    public async Task Write(HttpContext context)
    {
        var pages = await Pages(context.RequestAborted).CountAsync(context.RequestAborted);
        await (pages <= PagesInPart ? WritePages(context, 0) : WriteIndex(context, (pages + PagesInPart - 1) / PagesInPart));
    }

    /// <summary>One part, counted from 1.</summary>
    public Task WritePart(HttpContext context, int part) => WritePages(context, (part - 1) * PagesInPart);

    private async Task WriteIndex(HttpContext context, int parts)
    {
        await using var xml = Begin(context, "sitemapindex");
        for (var part = 1; part <= parts; part++)
        {
            xml.WriteStartElement("sitemap", Map);
            xml.WriteElementString("loc", Map, $"{site.Of(context.Request)}/sitemap-{part.ToString(CultureInfo.InvariantCulture)}.xml");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private async Task WritePages(HttpContext context, int skip)
    {
        var origin = site.Of(context.Request);
        await using var xml = Begin(context, "urlset");
        await foreach (var path in Pages(context.RequestAborted).Skip(skip).Take(PagesInPart))
        {
            foreach (var language in Languages)
            {
                WritePage(xml, origin, path, language);
            }

            await xml.FlushAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private void WritePage(XmlWriter xml, string origin, string path, Language language)
    {
        xml.WriteStartElement("url", Map);
        xml.WriteElementString("loc", Map, origin + to.In(path, language));
        foreach (var other in Languages)
        {
            xml.WriteStartElement("link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", other.Code());
            xml.WriteAttributeString("href", origin + to.In(path, other));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static XmlWriter Begin(HttpContext context, string root)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        var xml = XmlWriter.Create(context.Response.Body, new() { Async = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement(root, Map);
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        return xml;
    }

    private async IAsyncEnumerable<string> Pages([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var pages in declared.PublicPages)
        {
            await foreach (var path in pages(services, stop).WithCancellation(stop))
            {
                yield return path;
            }
        }
    }
}
