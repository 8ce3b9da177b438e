using System.Globalization;
using FluentValidation;
using FluentValidation.Results;

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
                    field => field.Select(Of).ToArray(),
                    StringComparer.Ordinal),
            };
    }

    // A rule with two limits says which.
    private static Error Of(ValidationFailure failure)
    {
        if (failure.CustomState is Error known)
            return known;
        var said = failure.FormattedMessagePlaceholderValues;
        return failure.ErrorCode == "input.out-of-range" && said.TryGetValue("From", out var from) && said.TryGetValue("To", out var to)
            ? Error.Of("input.not-between", ("value", failure.AttemptedValue), ("from", Limit(failure, from)), ("to", Limit(failure, to)))
            : Error.Of(failure.ErrorCode, ("value", failure.AttemptedValue));
    }

    // In the unit in which people read it.
    private static object Limit(ValidationFailure failure, object limit) => failure.PropertyName switch
    {
        var name when name.EndsWith("Cents", StringComparison.Ordinal) => new Money(Convert.ToInt64(limit, CultureInfo.InvariantCulture)),
        var name when name.EndsWith("Hundredths", StringComparison.Ordinal) => Convert.ToDecimal(limit, CultureInfo.InvariantCulture) / 100,
        var name when name.EndsWith("Year", StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{limit}"),
        _ => limit,
    };
}
