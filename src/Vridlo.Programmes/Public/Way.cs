using Vridlo.Base;
using Vridlo.Core.Programme;
using Vridlo.Ui;

namespace Vridlo.Programmes.Public;

/// <summary>
/// Addresses of the programme's pages. The edition in force stands at the short address; any other keeps its own, which never
/// changes.
/// </summary>
internal sealed class Way(Language language, string programme, string? edition)
{
    private readonly string root = edition is null ? $"/program/{programme}" : $"/program/{programme}/vydani/{edition}";

    public static Way To(Language language, EditionHead edition, bool inForce) => new(language, edition.Programme, inForce ? null : edition.Code);

    public string Home => "/".In(language);

    public string Search => "/hledat".In(language);

    public string Programme => root.In(language);

    public string Coverage => (root + "/pokryti").In(language);

    public string Achievements => (root + "/povedlo-se").In(language);

    public string Editions => $"/program/{programme}/vydani".In(language);

    public string Comparison => $"/program/{programme}/srovnani".In(language);

    public string Node(Node node) => Node(node.Code);

    public string Node(string code) => $"{root}/{code}".In(language);

    public string Edition(string code) => $"/program/{programme}/vydani/{code}".In(language);

    public string Document(int part) => FormattableString.Invariant($"{root}/dokument/{part}").In(language);
}
