using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Web.Ui.Fields;

/// <summary>Marks a <c>long</c> or <c>long?</c> of cents that is typed as euro: <c>[Euro] public long? Amount</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EuroAttribute() : ModelBinderAttribute(typeof(EuroBinder));

/// <summary>Reads <c>1.234,56 €</c> into cents. An empty field is null, and no mistake of its own.</summary>
public sealed class EuroBinder(TextCatalog texts) : IModelBinder
{
    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var value = bindingContext.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType) bindingContext.Result = ModelBindingResult.Success(null);
            else bindingContext.ModelState.TryAddModelError(name, texts["Ui.Field.Missing"]);
        }
        else if (Euro.TryParse(value.FirstValue, out var cents)) bindingContext.Result = ModelBindingResult.Success(cents);
        else bindingContext.ModelState.TryAddModelError(name, texts["Ui.Field.NotMoney"]);
        return Task.CompletedTask;
    }
}
