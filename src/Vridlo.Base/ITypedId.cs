namespace Vridlo.Base;

/// <summary>An identifier that cannot be mistaken for another: a UUIDv7, which sorts by the time it was made.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>The identifier with this UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Makes identifiers.</summary>
public static class TypedId
{
    /// <summary>A fresh identifier.</summary>
    public static T New<T>()
        where T : struct, ITypedId<T> => T.From(Guid.CreateVersion7());
}
