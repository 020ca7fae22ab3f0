using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Vridlo.Base.Lists;

/// <summary>A place in an ordered list: beside which row a page begins or ends. Readers see it as an opaque token.</summary>
/// <param name="Order">the order it belongs to, such as <c>-title</c></param>
/// <param name="Value">the row's value in the sorted column</param>
/// <param name="Id">what identifies the row</param>
public sealed record ListPosition(string Order, object? Value, object Id)
{
    private const int LongestToken = 4000;

    /// <summary>The place of a row.</summary>
    public static ListPosition Of<TRow>(ListOf<TRow> list, string order, TRow row) =>
        new(order, list.Sorting(order)!.Value.Column.Sort!.Of(row), list.Id.Of(row)!);

    /// <summary>The place a token stands for, or null when it was not made by this list in this order or has been tampered with.</summary>
    public static ListPosition? Read<TRow>(ListOf<TRow> list, string order, string token)
    {
        if (token.Length > LongestToken || list.Sorting(order)?.Column.Sort is not { } key || Parts(token) is not [var made, var value, { } id] || made != order)
        {
            return null;
        }

        var known = value is null ? null : SortValue.Read(key.Type, value);
        return SortValue.Read(list.Id.Type, id) is { } self && (known is not null || (value is null && key.MayBeNull)) ? new(order, known, self) : null;
    }

    /// <summary>The place as an opaque token for addresses.</summary>
    public string Token()
    {
        string?[] parts = [Order, Value is null ? null : SortValue.Write(Value), SortValue.Write(Id)];
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));
    }

    private static string?[]? Parts(string token)
    {
        try
        {
            // PostgreSQL keeps no zero characters in texts, so no token of ours has one.
            var parts = JsonSerializer.Deserialize<string?[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)));
            return parts?.Any(p => p?.Contains('\0', StringComparison.Ordinal) is true) is true ? null : parts;
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            return null;
        }
    }
}
