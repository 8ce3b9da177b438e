using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Web.Ui.Fields;

/// <summary>Names of the three parts of a day.</summary>
public static class DayParts
{
    /// <summary>Day of the month.</summary>
    public const string Day = "Day";

    /// <summary>Month, 1 to 12.</summary>
    public const string Month = "Month";

    /// <summary>Year with four digits.</summary>
    public const string Year = "Year";
}

/// <summary>Reads a day from three fields, or from one value as in links: <c>2026-11-23</c>.</summary>
public sealed class DayBinder : IModelBinder
{
    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, state) = (bindingContext.ModelName, bindingContext.ModelState);
        var texts = bindingContext.HttpContext.RequestServices.GetRequiredService<TextCatalog>();
        var single = bindingContext.ValueProvider.GetValue(name);
        var (day, month, year) = (Part(DayParts.Day), Part(DayParts.Month), Part(DayParts.Year));
        var typed = single.FirstValue ?? (day + month + year is "" ? null : $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}");
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType) bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if ((single.FirstValue is not null || year.Length == 4) && DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            bindingContext.Result = ModelBindingResult.Success(value);
        else if (single.FirstValue is null && (day is "" || month is "" || year is ""))
            state.TryAddModelError(name, texts["Ui.Date.Incomplete"]);
        else if (single.FirstValue is null && year.Length != 4)
            state.TryAddModelError(name, texts["Ui.Date.ShortYear"]);
        else state.TryAddModelError(name, texts["Ui.Date.NotADay"]);
        return Task.CompletedTask;

        string Part(string part)
        {
            var value = bindingContext.ValueProvider.GetValue($"{name}.{part}");
            if (value != ValueProviderResult.None)
            {
                // Nothing validates a part by itself, and one that was not would make the whole form invalid without a word.
                state.SetModelValue($"{name}.{part}", value);
                state.MarkFieldValid($"{name}.{part}");
            }

            return value.FirstValue?.Trim() ?? "";
        }
    }
}

/// <summary>Uses <see cref="DayBinder"/> for every <c>DateOnly</c>.</summary>
public sealed class DayBinderProvider : IModelBinderProvider
{
    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DayBinder() : null;
}
