using FluentValidation;

namespace Governance.People;

/// <summary>What is entered of a person.</summary>
internal interface IPersonFields
{
    string FullName { get; }

    string Email { get; }

    string Unit { get; }

    string Culture { get; }
}

/// <summary>What holds for everybody, whoever enters them.</summary>
internal abstract class PersonFieldsValidator<T> : AbstractValidator<T>
    where T : IPersonFields
{
    private const int Longest = 200;
    private static readonly string[] Cultures = ["de", "en"];

    protected PersonFieldsValidator()
    {
        RuleFor(person => person.FullName).NotEmpty().WithErrorCode("input.required").MaximumLength(Longest).WithErrorCode("input.too-long");
        RuleFor(person => person.Email).EmailAddress().WithErrorCode("person.email-invalid").MaximumLength(Longest).WithErrorCode("input.too-long");
        RuleFor(person => person.Unit).MaximumLength(Longest).WithErrorCode("input.too-long");
        RuleFor(person => person.Culture).Must(culture => Cultures.Contains(culture)).WithErrorCode("person.culture-unknown");
    }
}
