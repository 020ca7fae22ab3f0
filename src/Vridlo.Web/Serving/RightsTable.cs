using System.Text;
using Microsoft.AspNetCore.StaticAssets;
using Vridlo.Core.Access;

namespace Vridlo.Web.Serving;

/// <summary>Every address against every role, as a document (docs/reference/rights.md).</summary>
internal static class RightsTable
{
    private const string Head = """
        # Who may call what

        Made by `./vridlo dev rights` from the addresses as they are; a test fails when this file is not what it would write. ● may, – may
        not. A role that is given for a part of a programme opens the address, and whoever handles the request checks the place. Everything
        that is open to all is open to machines without a token; other addresses below `/api` take a token and never a browser's session.
        Static files are left out.
        """;

    public static string Write(IEnumerable<RouteEndpoint> endpoints, IReadOnlyList<DeclaredRight> rights)
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append("\n\n");
        text.Append("| address | method | right | nobody | ").AppendJoin(" | ", roles.Select(r => Word(r.ToString()))).Append(" |\n");
        text.Append("| --- | --- | --- | --- | ").AppendJoin(" | ", roles.Select(_ => "---")).Append(" |\n");
        foreach (var (address, methods, right) in Rows(endpoints))
        {
            text.Append("| `" + address + "` | " + methods + " | " + (right ?? "none") + " | " + Mark(right is Rights.Public) + " | ")
                .AppendJoin(" | ", roles.Select(role => Mark(May(rights, right, role)))).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Whether a role opens an address that needs this right.</summary>
    public static bool May(IReadOnlyList<DeclaredRight> rights, string? right, Role role) => right switch
    {
        null => false,
        Rights.Public or Rights.SignedIn => true,
        _ => rights.Single(r => r.Key == right).HeldBy(role),
    };

    /// <summary>The address as it stands in a cell: a bar would end the cell.</summary>
    public static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<(string Address, string Methods, string? Right)> Rows(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<RightAttribute>() is not null)
        .Select(e => (
            Address: Address(e),
            Methods: string.Join(' ', (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Order(StringComparer.Ordinal)),
            e.Metadata.GetMetadata<RightAttribute>()?.Right))
        .Distinct()
        .OrderBy(r => r.Address, StringComparer.Ordinal).ThenBy(r => r.Methods, StringComparer.Ordinal);

    private static string Mark(bool may) => may ? "●" : "–";

    private static string Word(string role) => char.ToLowerInvariant(role[0]) + role[1..];
}
