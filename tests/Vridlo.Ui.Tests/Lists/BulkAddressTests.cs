using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Vridlo.Ui.Tests.Lists;

public sealed class BulkAddressTests
{
    [Fact]
    public void The_way_back_from_many_rows_keeps_how_the_list_was_narrowed_and_ordered()
    {
        var query = new QueryCollection(new Dictionary<string, StringValues>
        {
            ["do"] = "stage", ["choice"] = "Ready", ["all"] = "1", ["row"] = new[] { "a", "b" }, ["q"] = "most & cesta", ["sort"] = "-code",
        });
        Assert.Equal("/prace/projekty?q=most%20%26%20cesta&sort=-code", BulkAddress.Back("/prace/projekty", query));
        Assert.Equal("/prace/projekty", BulkAddress.Back("/prace/projekty", QueryCollection.Empty));
    }
}
