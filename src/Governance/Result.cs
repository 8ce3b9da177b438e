namespace Governance;

/// <summary>A refusal: a stable code and the facts that a text is made from. An expected outcome, never an exception.</summary>
/// <param name="Code">Lower case with dots and hyphens, for example <c>ballot.too-many-votes</c>. Clients rely on it.</param>
/// <param name="Facts">Named values: numbers, <see cref="Money"/>, <see cref="DateOnly"/>, text.</param>
public sealed record Error(string Code, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>Makes an error from a code and its named facts.</summary>
    public static Error Of(string code, params (string Name, object? Value)[] facts) =>
        new(code, facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));
}

/// <summary>Done, or refused with an <see cref="Governance.Error"/>.</summary>
public sealed record Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The one success.</summary>
    public static Result Success { get; } = new(error: null);

    /// <summary>Why it was refused; null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when nothing was refused.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>A success with a value; needed where <typeparamref name="T"/> is an interface.</summary>
    public static Result<T> Ok<T>(T value) => new(value);

    /// <summary>An error is a refused result.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or refused with an <see cref="Governance.Error"/>.</summary>
public sealed record Result<T>
{
    private readonly T? _value;

    internal Result(T value) => _value = value;

    private Result(Error error) => Error = error;

    /// <summary>Why it was refused; null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The result is an error: asking was a bug of the caller.</exception>
    public T Value => Error is null
        ? _value!
        : throw new InvalidOperationException($"The result was refused ({Error.Code}) and has no value.");

    /// <summary>A value is a successful result.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>An error is a refused result.</summary>
    public static implicit operator Result<T>(Error error) => new(error);
}
