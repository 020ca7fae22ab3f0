using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Vridlo.Base;

namespace Vridlo.Core.Data;

/// <summary>How values become columns, in one place for every module.</summary>
public static class Conventions
{
    /// <summary>The collation of Czech order; made by each engine under this name.</summary>
    public const string CzechOrder = "cs_sort";

    /// <summary>Orders and compares this column by Czech rules (ch after h, č after c).</summary>
    public static PropertyBuilder<string> InCzechOrder(this PropertyBuilder<string> property) => property.UseCollation(CzechOrder);

    internal static void Convert(ModelConfigurationBuilder types, IEnumerable<System.Reflection.Assembly> assemblies)
    {
        types.Properties<Instant>().HaveConversion<InstantConverter>();
        types.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        types.Properties<Localized>().HaveConversion<LocalizedConverter>();
        types.Properties<Places.Shape>().HaveConversion<ShapeConverter>();
        types.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        var ids = from type in assemblies.Distinct().SelectMany(a => a.GetTypes())
                  where type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>))
                  select type;
        foreach (var id in ids)
        {
            types.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    internal static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetDeclaredProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    /// <summary>UTC, cut to microseconds: what both engines keep.</summary>
    private sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
        instant => ToMicroseconds(instant).ToDateTimeUtc(),
        stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
    {
        private static Instant ToMicroseconds(Instant instant) =>
            Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);
    }

    private sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
        date => date.ToDateOnly(),
        stored => LocalDate.FromDateOnly(stored));

    private sealed class LocalizedConverter() : ValueConverter<Localized, string>(
        text => JsonSerializer.Serialize(text, Record.RecordJson.Options),
        stored => JsonSerializer.Deserialize<Localized>(stored, Record.RecordJson.Options)!);

    private sealed class ShapeConverter() : ValueConverter<Places.Shape, string>(shape => shape.Text, stored => Places.Shape.Stored(stored));

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
        where T : struct, ITypedId<T>
    {
        private static T Make(Guid value) => T.From(value);
    }
}
