using FluentValidation;

namespace Governance.Bodies;

/// <summary>What is entered of a seat.</summary>
internal interface ISeatFields
{
    SeatKind Kind { get; }

    SeatFunction Function { get; }

    string Group { get; }

    int? SubstituteOrder { get; }

    DateOnly From { get; }

    DateOnly? Until { get; }
}

/// <summary>What holds for every seat, whoever enters it.</summary>
internal abstract class SeatFieldsValidator<T> : AbstractValidator<T>
    where T : ISeatFields
{
    private const int LongestGroup = 200;
    private const int LastSubstitute = 99;
    private static readonly DateOnly Earliest = new(1946, 1, 1);

    protected SeatFieldsValidator()
    {
        RuleFor(seat => seat.Kind).IsInEnum().WithErrorCode("input.required");
        RuleFor(seat => seat.Function).IsInEnum().WithErrorCode("input.required");
        RuleFor(seat => seat.Group).MaximumLength(LongestGroup).WithErrorCode("input.too-long");
        RuleFor(seat => seat.SubstituteOrder).InclusiveBetween(1, LastSubstitute).WithErrorCode("input.out-of-range");
        RuleFor(seat => seat.From).GreaterThanOrEqualTo(Earliest).WithErrorCode("input.required");
        RuleFor(seat => seat.Until).GreaterThanOrEqualTo(seat => seat.From).WithErrorCode("seat.until-before-from");
    }
}
