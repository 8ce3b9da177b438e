using System.Diagnostics.CodeAnalysis;

namespace Governance;

/// <summary>A broken rule: an expected outcome, told by a stable code and the facts that a sentence about it needs.</summary>
/// <param name="Code">Stable, dotted, lower case: <c>task.already-completed</c>. Its texts are in the resources of the surface.</param>
/// <param name="Facts">What the sentence names: amounts in cents, names, dates. Never secrets.</param>
public sealed record Error(string Code, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>An error with the facts given as pairs.</summary>
    public static Error Of(string code, params (string Name, object? Value)[] facts) =>
        new(code, facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal));

    /// <summary>Errors by field name, when the input itself is wrong; empty otherwise.</summary>
    public IReadOnlyDictionary<string, Error[]> Fields { get; init; } = new Dictionary<string, Error[]>(StringComparer.Ordinal);
}

/// <summary>What every result can do; lets the pipeline answer "no" without knowing the value's type.</summary>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    /// <summary>Why it was refused, or null.</summary>
    Error? Error { get; }

    /// <summary>A refusal.</summary>
    static abstract TSelf Refused(Error error);
}

/// <summary>The answer of a use case that gives nothing back.</summary>
public readonly record struct Result(Error? Error) : IResult<Result>
{
    /// <summary>Done.</summary>
    public static Result Success => default;

    /// <summary>A success with a value; needed where <typeparamref name="T"/> is an interface.</summary>
    public static Result<T> Ok<T>(T value) => Result<T>.Of(value);

    /// <inheritdoc />
    public static Result Refused(Error error) => new(error);

    /// <summary>True when nothing was refused.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>A refusal from its error.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The answer of a use case: a value or the reason why not.</summary>
public readonly record struct Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <inheritdoc />
    public Error? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value; asking for it after a refusal is a bug.</summary>
    /// <exception cref="InvalidOperationException">The use case was refused.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    /// <inheritdoc />
    public static Result<T> Refused(Error error) => new(default, error);

    internal static Result<T> Of(T value) => new(value, null);

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal from its error.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
