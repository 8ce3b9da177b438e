using FluentValidation;

namespace Governance.Persistence;

/// <summary>What is wrong with the fields of a request, as one refusal.</summary>
internal static class InvalidInput
{
    /// <summary><c>input.invalid</c> with the errors by field, or null.</summary>
    public static Error? Of<T>(IEnumerable<IValidator<T>> validators, T request)
    {
        var failures = validators.Select(validator => validator.Validate(request)).SelectMany(result => result.Errors).ToList();
        return failures.Count == 0
            ? null
            : Error.Of("input.invalid") with
            {
                Fields = failures.GroupBy(failure => failure.PropertyName, StringComparer.Ordinal).ToDictionary(
                    field => field.Key,
                    field => field.Select(failure => Error.Of(failure.ErrorCode, ("value", failure.AttemptedValue))).ToArray(),
                    StringComparer.Ordinal),
            };
    }
}
