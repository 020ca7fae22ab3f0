using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vridlo.Accounting.Classification;
using Vridlo.Accounting.Documents;
using Vridlo.Accounting.Sources;
using Vridlo.Base;
using Vridlo.Base.Lists;
using Vridlo.Core.Data;
using Vridlo.Core.Lists;

namespace Vridlo.Accounting.Showing;

/// <summary>One supplier over all sources. Natural persons have no company number and are not in it.</summary>
internal sealed record SupplierListed
{
    public required string Number { get; init; }

    /// <summary>The last of the names under which it stands.</summary>
    public required string Name { get; init; }

    public required int Documents { get; init; }

    /// <summary>In how many sources it is.</summary>
    public required int Sources { get; init; }

    /// <summary>What was spent, in haléře.</summary>
    public required long Minor { get; init; }
}

/// <summary>The suppliers of all sources as a list, known by their company number.</summary>
internal sealed class SuppliersList(AppDb db)
{
    public const string Path = "/penize/ucetnictvi/dodavatele";

    /// <param name="year">only this year, as it stands in the address; what is none means all</param>
    /// <param name="source">only the source with this code, as it stands in the address</param>
    public ListSource<SupplierListed> Source(string? year, string? source)
    {
        var (of, code) = (Year(year?.Trim()), IsCode(source?.Trim() ?? "") ? source!.Trim() : null);
        return new(List(number => Rows(number, of, code)), Summed(of, code));
    }

    /// <summary>Those to whom most was paid.</summary>
    public async Task<IReadOnlyList<SupplierListed>> Most(int year, string? source, int count, CancellationToken stop) =>
        await Summed(year, source).OrderByDescending(s => s.Minor).ThenBy(s => s.Number).Take(count).ToListAsync(stop);

    /// <summary>The Czech address of the documents that what a supplier was paid is made of.</summary>
    public static string Rows(string number, int? year, string? source) =>
        $"{DocumentsList.Path}?supplier={number}&class={PlaceColumns.Spending}" + (year is { } of ? $"&year={of}" : "") + (source is null ? "" : $"&source={source}");

    private IQueryable<SupplierListed> Summed(int? year, string? source)
    {
        var rows = db.Set<DocumentRow>().AsNoTracking().Where(r => r.EndedBy == null && r.CounterpartyNumber != null && r.Item >= ItemClasses.FirstSpending && r.Item < ItemClasses.AfterSpending);
        rows = year is { } one ? rows.Where(r => r.Year == one) : rows;
        rows = source is { } only ? rows.Where(r => db.Set<Source>().Any(s => s.Id == r.SourceId && s.Code == only)) : rows;
        return rows.GroupBy(r => r.CounterpartyNumber!).Select(g => new SupplierListed
        {
            Number = g.Key,
            Name = g.Max(r => r.CounterpartyName)!,
            Documents = g.Count(),
            Sources = g.Select(r => r.SourceId).Distinct().Count(),
            Minor = g.Sum(r => r.Amount),
        });
    }

    private static ListOf<SupplierListed> List(Func<string, string> rows) => new()
    {
        Name = "suppliers",
        Id = SortKey<SupplierListed>.By(s => s.Number),
        Order = "-spent",
        Columns =
        [
            new("number", "accounting.field.counterpartyNumber", s => s.Number) { Sort = SortKey<SupplierListed>.By(s => s.Number) },
            new("name", "accounting.supplier", s => s.Name) { Sort = SortKey<SupplierListed>.By(s => s.Name), Link = s => rows(s.Number) },
            new("documents", "accounting.documents.count", s => s.Documents) { Figures = true },
            new("sources", "accounting.sources.count", s => s.Sources) { Figures = true },
            new("spent", "accounting.spent", s => new Money(s.Minor, Currency.Czk)) { Sort = SortKey<SupplierListed>.By(s => s.Minor), Figures = true },
        ],
        Filters =
        [
            // The rows are narrowed before they are summed.
            new("year", "accounting.year", (found, text) => Year(text) is null ? null : found),
            new("source", "accounting.source.code", (found, code) => IsCode(code) ? found : null),
            new("supplier", "accounting.field.counterpartyNumber", (found, number) => CompanyNumber.Read(number) is { Ok: true } read ? By(found, read.Value.Digits) : null),
        ],
    };

    private static IQueryable<SupplierListed> By(IQueryable<SupplierListed> rows, string number) => rows.Where(s => s.Number == number);

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static int? Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2200 ? year : null;
}
