using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Public;

/// <summary>How programmes' pages name things in the reader's language.</summary>
internal static class Words
{
    /// <summary>The title for places without markup (attributes, breadcrumbs): set, and in whatever language there is.</summary>
    public static string Title(this Texts texts, Node node) => node.Title is null
        ? texts["programmes.untitled.kind", texts[node.Kind], node.Code]
        : texts.Plain(node.Title);

    /// <summary>The missing instruments of a measure by their kinds, each once.</summary>
    public static string Missing(this Texts texts, CoverOfMeasure measure) =>
        string.Join(", ", measure.Needs.Where(n => !n.Works).Select(n => texts[n.Need.Kind]).Distinct());

    public static string Kinds(this Texts texts, CoverOfMeasure measure) =>
        string.Join(", ", measure.Needs.Select(n => texts[n.Need.Kind]).Distinct());

    public static BarPart[] Bar(int working, int needed, int longest) => longest == 0
        ? []
        : [new("f-plan", 0, (double)needed / longest), new("f-paid", 0, (double)working / longest)];
}
