using System.Globalization;
using System.Text;

namespace Vridlo.Base.Lists;

/// <summary>What an address asks of a list: the order, what it is narrowed by, and which page.</summary>
public sealed record ListAddress
{
    private const int LargestPage = 500;

    /// <summary>The order: key of a column, with <c>-</c> in front for descending.</summary>
    public required string Order { get; init; }

    /// <summary>The values it is narrowed by, by the key of the filter.</summary>
    public required IReadOnlyDictionary<string, string> Narrowed { get; init; }

    /// <summary>Rows on the page.</summary>
    public required int Size { get; init; }

    /// <summary>Keys of the columns to show, in the order of the list; null for the usual ones.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The place after which the page begins, or null.</summary>
    public ListPosition? After { get; init; }

    /// <summary>The place before which the page ends, or null.</summary>
    public ListPosition? Before { get; init; }

    /// <summary>
    /// Reads an address. What means nothing is left out and told in the problems, so a page can show the rest and an
    /// interface can refuse.
    /// </summary>
    public static (ListAddress Address, IReadOnlyList<Problem> Problems) Read<TRow>(ListOf<TRow> list, Func<string, string?> parameter)
    {
        var problems = new List<Problem>();
        var order = list.Order;
        if (Given("sort") is { } asked)
        {
            Check(list.Sorting(asked) is not null, "lists.sort.unknown", "sort", asked);
            order = list.Sorting(asked) is null ? order : asked;
        }

        var size = list.PageSize;
        if (Given("limit") is { } limit)
        {
            var known = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LargestPage;
            Check(known, "lists.limit.wrong", "limit", limit, LargestPage);
            size = known ? number : size;
        }

        var narrowed = list.Filters.Select(f => (f.Key, Value: Given(f.Key))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!);
        foreach (var filter in list.Filters.Where(f => narrowed.ContainsKey(f.Key)))
        {
            if (filter.Apply(Enumerable.Empty<TRow>().AsQueryable(), narrowed[filter.Key]) is null)
            {
                Check(false, "lists.filter.unknown", filter.Key, narrowed[filter.Key]);
                narrowed.Remove(filter.Key);
            }
        }

        return (new() { Order = order, Narrowed = narrowed, Size = size, Columns = Columns(), After = At("after"), Before = At("before") }, problems);

        string? Given(string name) => parameter(name) is { Length: > 0 and <= 4000 } value ? value.Trim() : null;

        IReadOnlyList<string>? Columns()
        {
            var asked = Given("columns")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            var unknown = asked.FirstOrDefault(k => list.Columns.All(c => c.Key != k));
            Check(unknown is null, "lists.column.unknown", "columns", unknown ?? "");
            IReadOnlyList<string> known = [.. list.Columns.Select(c => c.Key).Where(asked.Contains)];
            return known.Count == 0 ? null : known;
        }

        ListPosition? At(string name)
        {
            var token = Given(name);
            var place = token is null ? null : ListPosition.Read(list, order, token);
            Check(token is null || place is not null, "lists.place.unknown", name, name);
            return place;
        }

        void Check(bool good, string code, string field, params IReadOnlyList<object> arguments)
        {
            if (!good)
            {
                problems.Add(Problem.Invalid(code, field, arguments));
            }
        }
    }

    /// <summary>The query part of the address (with <c>?</c>, or empty) that asks for this; <paramref name="defaultOrder"/> and size are left out when usual.</summary>
    public string Query(string defaultOrder, int defaultSize)
    {
        var query = new StringBuilder();
        foreach (var (key, value) in Narrowed)
        {
            Add(key, value);
        }

        Add("sort", Order == defaultOrder ? null : Order);
        Add("columns", Columns is null ? null : string.Join(',', Columns));
        Add("limit", Size == defaultSize ? null : Size.ToString(CultureInfo.InvariantCulture));
        Add("after", After?.Token());
        Add("before", Before?.Token());
        return query.ToString();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
            }
        }
    }
}
