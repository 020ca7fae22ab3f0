using System.Linq.Expressions;
using Vridlo.Base.Lists;

namespace Vridlo.Core.Lists;

/// <summary>
/// Order and place of a list in terms that both engines translate: rows without value last, then the value in the database's
/// own order (its collation), then the identity.
/// </summary>
internal static class Keyset
{
    public static IQueryable<TRow> Ordered<TRow>(IQueryable<TRow> rows, ListOf<TRow> list, string order, bool backwards)
    {
        var (column, descending) = list.Sorting(order)!.Value;
        var key = column.Sort!;
        var source = rows.Expression;
        var first = true;
        if (key.MayBeNull)
        {
            Add(Lambda<TRow>(key, IsNull), backwards);
        }

        Add(key.Key, descending != backwards);
        if (!ReferenceEquals(key, list.Id))
        {
            Add(list.Id.Key, backwards);
        }

        return rows.Provider.CreateQuery<TRow>(source);

        void Add(LambdaExpression by, bool down)
        {
            var method = (first ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (down ? "Descending" : "");
            source = Expression.Call(typeof(Queryable), method, [typeof(TRow), by.ReturnType], source, Expression.Quote(by));
            first = false;
        }
    }

    /// <summary>The rows in the order of their identity.</summary>
    public static IQueryable<TRow> ById<TRow>(IQueryable<TRow> rows, ListOf<TRow> list) => rows.Provider.CreateQuery<TRow>(
        Expression.Call(typeof(Queryable), nameof(Queryable.OrderBy), [typeof(TRow), list.Id.Type], rows.Expression, Expression.Quote(list.Id.Key)));

    /// <summary>The rows with these identities.</summary>
    public static IQueryable<TRow> These<TRow>(IQueryable<TRow> rows, ListOf<TRow> list, IReadOnlyList<object> ids)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var given = Array.CreateInstance(list.Id.Type, ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            given.SetValue(ids[i], i);
        }

        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [list.Id.Type], Given(given, given.GetType()), Body(list.Id, row));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(contains, row));
    }

    /// <summary>The rows that stand after the place, or before it.</summary>
    public static IQueryable<TRow> Beyond<TRow>(IQueryable<TRow> rows, ListOf<TRow> list, ListPosition place, bool backwards)
    {
        var (column, descending) = list.Sorting(place.Order)!.Value;
        var key = column.Sort!;
        var row = Expression.Parameter(typeof(TRow), "row");
        var (value, id) = (Body(key, row), Body(list.Id, row));
        var otherRow = Compare(backwards, id, Given(place.Id, list.Id.Type));
        Expression beyond;
        if (place.Value is null)
        {
            beyond = backwards ? Expression.OrElse(Expression.Not(IsNull(value)), otherRow) : Expression.AndAlso(IsNull(value), otherRow);
        }
        else
        {
            // Bounding the sorted column first lets the engine start in its index: (k >= v) and (k > v or id > i).
            var at = Given(place.Value, key.Type);
            var further = Compare(descending != backwards, value, at);
            beyond = Expression.AndAlso(
                Compare(descending != backwards, value, at, orEqual: true),
                Expression.OrElse(further, otherRow));
            if (key.MayBeNull && !backwards)
            {
                beyond = Expression.OrElse(IsNull(value), beyond);
            }
        }

        return rows.Where(Expression.Lambda<Func<TRow, bool>>(beyond, row));
    }

    /// <summary>Stands for an order that only the database knows; it is translated and never called.</summary>
    public static bool InDatabase<TValue>(TValue left, TValue right) =>
        throw new NotSupportedException($"{left} and {right} are compared by the database.");

    private static BinaryExpression Compare(bool less, Expression left, Expression right, bool orEqual = false)
    {
        var method = typeof(Keyset).GetMethod(nameof(InDatabase))!.MakeGenericMethod(left.Type);
        return (less, orEqual) switch
        {
            (true, false) => Expression.LessThan(left, right, false, method),
            (true, true) => Expression.LessThanOrEqual(left, right, false, method),
            (false, false) => Expression.GreaterThan(left, right, false, method),
            (false, true) => Expression.GreaterThanOrEqual(left, right, false, method),
        };
    }

    private static Expression IsNull(Expression value) =>
        value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Constant(false)
            : Expression.Equal(value, Expression.Constant(null, value.Type));

    /// <summary>The value as a parameter of the statement, so that every page has the same statement.</summary>
    private static MemberExpression Given(object value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)!;
        return Expression.Property(Expression.Constant(box), nameof(Box<int>.Value));
    }

    private static LambdaExpression Lambda<TRow>(SortKey<TRow> key, Func<Expression, Expression> of)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda(of(Body(key, row)), row);
    }

    private static Expression Body<TRow>(SortKey<TRow> key, ParameterExpression row) =>
        new Renamed(key.Key.Parameters[0], row).Visit(key.Key.Body);

    private sealed record Box<TValue>(TValue Value);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
