using FluentValidation;

namespace Governance.Bodies;

/// <summary>What is entered of a body.</summary>
internal interface IBodyFields
{
    string Code { get; }

    string NameDe { get; }

    string NameEn { get; }

    BodyKind Kind { get; }

    int StatutoryMembers { get; }

    VotingProcedure Procedure { get; }
}

/// <summary>What holds for every body, whoever enters it.</summary>
internal abstract class BodyFieldsValidator<T> : AbstractValidator<T>
    where T : IBodyFields
{
    private const int LongestName = 200;
    private const int MostMembers = 500;

    // The placeholder of authority tables, and words that stand in addresses.
    private static readonly string[] Reserved = [BodyCodes.CommitteeOfLifeArea, "edit"];

    protected BodyFieldsValidator()
    {
        RuleFor(body => body.Code).Matches("^[a-z][a-z0-9-]{1,39}$").WithErrorCode("body.code-invalid").Must(code => !Reserved.Contains(code)).WithErrorCode("body.code-reserved");
        RuleFor(body => body.NameDe).NotEmpty().WithErrorCode("input.required").MaximumLength(LongestName).WithErrorCode("input.too-long");
        RuleFor(body => body.NameEn).NotEmpty().WithErrorCode("input.required").MaximumLength(LongestName).WithErrorCode("input.too-long");
        RuleFor(body => body.Kind).IsInEnum().WithErrorCode("input.required");
        RuleFor(body => body.StatutoryMembers).InclusiveBetween(1, MostMembers).WithErrorCode("body.members-out-of-range");
        RuleFor(body => body.Procedure).IsInEnum().WithErrorCode("input.required")

            // Council and committees decide in meetings only (GO NRW §§ 47, 48, 58).
            .Must((body, procedure) => procedure != VotingProcedure.Circular || body.Kind is not (BodyKind.Council or BodyKind.Committee)).WithErrorCode("body.circular-not-allowed")
            .Must((body, procedure) => (procedure == VotingProcedure.Office) == (body.Code == BodyCodes.Office)).WithErrorCode("body.office-alone");
    }
}
