using System.Xml;
using System.Xml.Linq;
using NetTopologySuite.Geometries;

namespace Vridlo.Places.Boundaries;

/// <summary>
/// Reads the exchange format of RÚIAN (VFR, https://vdp.cuzk.gov.cz): regions, districts and municipalities with their
/// boundaries, one after another, however large the file is.
/// </summary>
internal static class RegisterXml
{
    private const long LargestFeature = 128L * 1024 * 1024;
    private const string Root = "VymennyFormat";

    private static readonly XNamespace Vf = "urn:cz:isvs:ruian:schemas:VymennyFormatTypy:v1";
    private static readonly XNamespace Gml = "http://www.opengis.net/gml/3.2";

    /// <summary>From the finest to the coarsest.</summary>
    private static readonly string[] Boundaries = ["OriginalniHranice", "GeneralizovaneHranice3", "GeneralizovaneHranice4", "GeneralizovaneHranice5"];

    /// <param name="file">unpacked XML</param>
    /// <param name="wanted">whether the boundary of a municipality with the code is worth reading</param>
    /// <exception cref="XmlException">when the file is not well-formed or not this format</exception>
    public static IEnumerable<BoundaryFound> Read(LimitedStream file, Func<string, bool> wanted)
    {
        using var reader = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true, IgnoreComments = true });
        reader.MoveToContent();
        if (reader.LocalName != Root || reader.NamespaceURI != Vf.NamespaceName)
        {
            throw new XmlException("Not the exchange format of the register.");
        }

        while (!reader.EOF)
        {
            if (!IsFeature(reader))
            {
                reader.Read();
                continue;
            }

            if (reader.LocalName == "Obec" && reader.GetAttribute("id", Gml.NamespaceName) is { } id && !wanted(id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..]))
            {
                reader.Skip();
                continue;
            }

            file.Hold(LargestFeature);
            var line = ((IXmlLineInfo)reader).LineNumber;
            var feature = (XElement)XNode.ReadFrom(reader);
            file.Free();
            if (Code(feature) is { } code && Boundary(feature) is { } boundary)
            {
                yield return new(line, code, boundary.Shape);
            }
        }
    }

    /// <summary>The list of regions has the name of its items; items are those with an identifier.</summary>
    private static bool IsFeature(XmlReader reader) =>
        reader.NodeType is XmlNodeType.Element && reader.NamespaceURI == Vf.NamespaceName
        && (reader.LocalName is "Obec" or "Okres" || (reader.LocalName is "Vusc" && reader.GetAttribute("id", Gml.NamespaceName) is not null));

    /// <summary>The code of a municipality; of districts and regions, whose own codes nobody uses, that of NUTS and LAU.</summary>
    private static string? Code(XElement feature) => Child(feature, feature.Name.LocalName == "Obec" ? "Kod" : "NutsLau")?.Value.Trim();

    private static (Geometry? Shape, bool Found)? Boundary(XElement feature) =>
        Child(feature, "Geometrie") is { } geometry && Boundaries.Select(b => Child(geometry, b)).FirstOrDefault(b => b is not null) is { } surface
            ? (GmlSurface.Read(surface), true)
            : null;

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
