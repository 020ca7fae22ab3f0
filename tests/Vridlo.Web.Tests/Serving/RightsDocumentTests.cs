using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Core;
using Vridlo.Core.Access;
using Vridlo.Testing;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Tests.Serving;

public sealed class RightsDocumentTests
{
    private static readonly string Document = Path.GetFullPath(Path.Combine(Here(), "../../../../docs/reference/rights.md"));

    [Fact]
    public async Task The_document_says_what_the_addresses_declare()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var now = RightsTable.Write(site.Endpoints, site.Services.GetRequiredService<Declarations>().Rights);
        Assert.True(
            File.Exists(Document) && await File.ReadAllTextAsync(Document) == now,
            "The addresses or their rights have changed. Write the table anew and look at what changed in it: ./vridlo dev rights > docs/reference/rights.md");
    }

    [Fact]
    public async Task Every_address_of_the_site_is_in_it_with_the_roles_that_open_it()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        var rights = site.Services.GetRequiredService<Declarations>().Rights;
        var lines = RightsTable.Write(site.Endpoints, rights).Split('\n');
        Assert.Contains(lines, l => l.StartsWith("| `/prace/lide` | ", StringComparison.Ordinal) && l.EndsWith("| people.manage | – | ● | – | – | – | – |", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("| `/` | ", StringComparison.Ordinal) && l.EndsWith("| public | ● | ● | ● | ● | ● | ● |", StringComparison.Ordinal));
        foreach (var endpoint in site.Endpoints.Where(e => e.Metadata.GetMetadata<RightAttribute>() is { Right: not Rights.Public }))
        {
            Assert.Contains(lines, l => l.StartsWith($"| `{RightsTable.Address(endpoint)}` | ", StringComparison.Ordinal));
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
