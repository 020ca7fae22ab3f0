using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base.Lists;
using Vridlo.Core.Lists;
using Vridlo.Core.Samples;

namespace Vridlo.Core.Api;

/// <summary>One page of a list as the open interface gives it.</summary>
/// <param name="Rows">the rows in the order asked for</param>
/// <param name="Count">how many rows the whole list has, counted up to 1000</param>
/// <param name="CountIsExact">false when there are more than <paramref name="Count"/></param>
/// <param name="Previous">address of the page before, or null on the first</param>
/// <param name="Next">address of the page after, or null on the last</param>
/// <param name="Sample">true when all of it is sample data; left out when it is real</param>
public sealed record ApiPage<T>(
    IReadOnlyList<T> Rows, int Count, bool CountIsExact, string? Previous, string? Next, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Sample = null);

/// <summary>Lists in the open interface.</summary>
public static class ApiLists
{
    /// <summary>
    /// The page that the request asks for (<c>sort</c>, <c>limit</c>, <c>after</c>, <c>before</c> and the filters), as CSV in
    /// full when the client prefers it; wrong parameters are refused.
    /// </summary>
    public static async Task<IResult> Answer<TRow, TShown>(this ListSource<TRow> source, HttpContext context, Func<TRow, TShown> shape)
    {
        var (address, problems) = ListAddress.Read(source.List, name => context.Request.Query[name]);
        if (problems.Count > 0)
        {
            return problems.Answer();
        }

        if (context.Request.PrefersCsv())
        {
            return new ListFile<TRow>(source.List.With(address.Columns), source.List.All(source.Rows, address), ListFormat.Csv);
        }

        var page = await source.List.Page(source.Rows, address, context.RequestAborted);
        var sample = await context.RequestServices.GetRequiredService<SampleLabel>().Shown(context.RequestAborted);
        return Results.Json(
            new ApiPage<TShown>([.. page.Rows.Select(shape)], page.Count.Number, !page.Count.More, Link(page.Previous), Link(page.Next), sample ? true : null),
            ApiJson.Options);

        string? Link(ListAddress? asked) =>
            asked is null ? null : context.Request.PathBase + context.Request.Path + asked.Query(source.List.Order, source.List.PageSize);
    }

    /// <summary>Whether the client would rather have CSV than JSON.</summary>
    public static bool PrefersCsv(this HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality("text/csv") > Quality("application/json");

        double Quality(string type) => accepted
            .Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.Quality ?? 1)
            .DefaultIfEmpty(type == "application/json" && accepted.Any(a => a.MatchesAllTypes) ? 0.001 : 0)
            .Max();
    }
}
