using System.Linq.Expressions;
using System.Reflection;

namespace Vridlo.Base.Lists;

/// <summary>What rows are sorted by: a column of the database and how to read it from a row.</summary>
public sealed class SortKey<TRow>
{
    private readonly Func<TRow, object?> read;

    private SortKey(LambdaExpression key, Func<TRow, object?> read)
    {
        (Key, this.read) = (key, read);
        MayBeNull = CanBeNull(key.Body);
    }

    /// <summary>The expression, from a row to the value.</summary>
    public LambdaExpression Key { get; }

    /// <summary>Whether some rows may have no value; these stand last in either direction.</summary>
    public bool MayBeNull { get; }

    /// <summary>The type of the value.</summary>
    public Type Type => Key.ReturnType;

    /// <summary>Sorts by what the expression names.</summary>
    /// <exception cref="ArgumentException">when a value of this type could not be kept in an address</exception>
#pragma warning disable CA1000 // The row's type is what the caller must name; the value's is inferred.
    public static SortKey<TRow> By<TValue>(Expression<Func<TRow, TValue>> key)
#pragma warning restore CA1000
    {
        if (!SortValue.Supports(typeof(TValue)))
        {
            throw new ArgumentException($"Lists cannot be sorted by {typeof(TValue)}.", nameof(key));
        }

        var read = key.Compile();
        return new(key, row => read(row));
    }

    /// <summary>The value of a row.</summary>
    public object? Of(TRow row) => read(row);

    private static bool CanBeNull(Expression body) => body switch
    {
        { Type.IsValueType: true } => Nullable.GetUnderlyingType(body.Type) is not null,
        MemberExpression { Member: PropertyInfo property } => new NullabilityInfoContext().Create(property).ReadState is not NullabilityState.NotNull,
        _ => true,
    };
}
