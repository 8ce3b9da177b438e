using Governance.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Governance.Web.Ui.Fields;

/// <summary>How typed input becomes values, and what is said when it cannot.</summary>
public sealed class FieldBinding(TextCatalog texts) : IConfigureOptions<MvcOptions>
{
    /// <summary>Adds the binders of the kit and the framework's messages in the language of the request.</summary>
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new DayBinderProvider());
        // A missing value is a rule's business, told with the field's own sentence.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["Ui.Field.Missing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Ui.Field.Missing"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Ui.Field.NotReadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Ui.Field.NotReadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Ui.Field.NotReadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Ui.Field.NotReadable"]);
        messages.SetValueIsInvalidAccessor(_ => texts["Ui.Field.NotReadable"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Ui.Field.NotANumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Ui.Field.NotANumber"]);
    }
}
