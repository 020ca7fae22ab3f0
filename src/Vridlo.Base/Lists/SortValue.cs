using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Vridlo.Base.Lists;

/// <summary>Writes the values that lists are sorted by as text and reads them back without loss.</summary>
internal static class SortValue
{
    public static bool Supports(Type type)
    {
        var plain = Plain(type);
        return plain == typeof(string) || plain == typeof(int) || plain == typeof(long) || plain == typeof(bool) || plain == typeof(Guid)
            || plain == typeof(Instant) || plain == typeof(LocalDate) || plain.IsEnum || IsId(plain);
    }

    public static string Write(object value) => value switch
    {
        string text => text,
        Guid id => id.ToString("N"),
        Instant moment => InstantPattern.ExtendedIso.Format(moment),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        IFormattable other when !IsId(value.GetType()) => other.ToString(null, CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => ((Guid)value.GetType().GetProperty("Value")!.GetValue(value)!).ToString("N"),
    };

    /// <summary>The value that the text stands for, or null when it stands for none of this type.</summary>
    public static object? Read(Type type, string text)
    {
        var plain = Plain(type);
        return plain switch
        {
            _ when plain == typeof(string) => text,
            _ when plain == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when plain == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when plain == typeof(bool) => bool.TryParse(text, out var truth) ? truth : null,
            _ when plain == typeof(Instant) => InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : null,
            _ when plain == typeof(LocalDate) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null,
            _ when plain.IsEnum => Enum.IsDefined(plain, text) ? Enum.Parse(plain, text) : null,
            _ when !Guid.TryParse(text, out var id) => null,
            _ when plain == typeof(Guid) => Guid.Parse(text),
            _ => Activator.CreateInstance(plain, Guid.Parse(text)),
        };
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}
