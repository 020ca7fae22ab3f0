using System.Globalization;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Public;

/// <summary>
/// Addresses of the programme's pages for the reader. The edition in force stands at the short address; every edition also
/// keeps its own, which never changes.
/// </summary>
internal sealed class Way(Links to, string programme, string? edition)
{
    private readonly string root = edition is null ? $"/programy/{programme}" : $"/programy/{programme}/vydani/{edition}";

    public static Way Of(Links to, EditionHead edition, bool inForce) => new(to, edition.Programme, inForce ? null : edition.Code);

    public string Search => to["/hledani"];

    public string Programme => to[root];

    public string Coverage => to[root + "/pokryti"];

    /// <summary>The list of all measures, of the edition in force.</summary>
    public string Measures => to[$"/programy/{programme}/opatreni"];

    /// <summary>The list of all activities, of the edition in force.</summary>
    public string Activities => to[$"/programy/{programme}/aktivity"];

    public string Achievements => to[root + "/povedlo-se"];

    public string Editions => to[$"/programy/{programme}/vydani"];

    public string Comparison => to[$"/programy/{programme}/srovnani"];

    /// <summary>The same in the open interface, which speaks all languages at one address.</summary>
    public string Data(string rest) => $"/api/v1/programmes/{programme}{(edition is null ? "" : "/editions/" + edition)}/{rest}";

    /// <summary>The node as it stood on any day.</summary>
    public string Past(string code) => to[$"/programy/{programme}/{code}/vyvoj"];

    public string Node(Node node) => Node(node.Code);

    public string Node(string code) => to[$"{root}/{code}"];

    public string Edition(string code) => to[$"/programy/{programme}/vydani/{code}"];

    public string Document(int part) => to[$"{root}/dokument/{part.ToString(CultureInfo.InvariantCulture)}"];
}
