using System.Diagnostics.CodeAnalysis;

namespace Vridlo.Base;

/// <summary>A value, or at least one problem that says why there is none.</summary>
public sealed class Result<T>
{
    private Result(T? value, IReadOnlyList<Problem> problems) => (Value, Problems) = (value, problems);

    /// <summary>The value; null (default) when there are problems.</summary>
    public T? Value { get; }

    /// <summary>The problems; empty when there is a value.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Problems.Count == 0;

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>One problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    /// <summary>Several problems; at least one.</summary>
    public static implicit operator Result<T>(Problem[] problems) =>
        problems.Length > 0 ? new(default, problems) : throw new ArgumentException("A refusal needs a problem.", nameof(problems));
}
