using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Vridlo.Ui;

/// <summary>The address of what is done to many rows, which is that of the list with what is done and to which rows.</summary>
public static class BulkAddress
{
    private static readonly string[] Own = ["do", "row", "all", "choice"];

    /// <summary>The Czech address of the list, narrowed and ordered as it was when the rows were chosen.</summary>
    /// <param name="path">Czech address of the list without query</param>
    /// <param name="query">the query of the page of the bulk action</param>
    public static string Back(string path, IQueryCollection query) => QueryHelpers.AddQueryString(path, query.Where(q => !Own.Contains(q.Key)));
}
