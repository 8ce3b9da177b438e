using System.Globalization;
using Governance.Texts;
using Governance.Web.Texts;
using Governance.Web.Ui.Fields;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>One mistake and the field where it can be mended.</summary>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Field">Name of the field as in the form; null when no single field is to blame.</param>
/// <param name="Page">Address of the page with the field; null for this one.</param>
public sealed record FieldError(string Message, string? Field = null, string? Page = null);

/// <summary>All mistakes of a form, on top of it, each a link to its field. Shows nothing when there is none.</summary>
[HtmlTargetElement("ui-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary(TextCatalog texts) : Component
{
    /// <summary>Sentences that do not say which field they mean: here its label stands before them.</summary>
    private static readonly string[] Plain =
        ["Ui.Field.Missing", "Ui.Field.NotReadable", "Ui.Field.NotANumber", "Ui.Field.NotMoney", "Ui.Date.Incomplete", "Ui.Date.NotADay"];

    // The same of the rules.
    private static readonly Error[] PlainErrors =
    [
        .. new[] { "input.required", "input.too-long", "input.out-of-range", "input.not-between", "input.not-positive", "input.too-many", "input.unknown", "input.unreadable" }.Select(code => Error.Of(code)),
    ];

    /// <summary>The page, for its model state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The mistakes; left out, they come from the model state.</summary>
    public IReadOnlyList<FieldError>? Errors { get; set; }

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        var errors = Errors ?? FromModelState();
        if (errors.Count == 0) return null;
        // autofocus brings keyboard and screen reader to the summary without a script.
        return Markup.El("div", "error-summary",
                Markup.El("h2", null, texts.Count("Ui.Errors", errors.Count)).With("id", "error-title"),
                FieldOrder.Later(() => Markup.El("ul").AddAll(InOrder(errors).Select(Line))))
            .With("role", "alert").With("aria-labelledby", "error-title").With("tabindex", "-1").Flag("autofocus", Errors is null);
    }

    private static TagBuilder Line(FieldError error) => Markup.El("li", null, string.IsNullOrEmpty(error.Field)
        ? error.Message : Markup.El("a", null, error.Message).With("href", error.Page + "#" + FieldId.Of(error.Field)));

    private IEnumerable<FieldError> InOrder(IReadOnlyList<FieldError> errors)
    {
        var fields = FieldOrder.Of(ViewContext.HttpContext);
        return from error in errors
               let place = fields.FindIndex(field => string.Equals(field.Name, error.Field, StringComparison.Ordinal))
               orderby place < 0 ? int.MaxValue : place
               select place < 0 || !IsPlain(error.Message)
                   ? error : error with { Message = $"{fields[place].Label}: {error.Message}" };
    }

    private bool IsPlain(string message) =>
        Array.Exists(Plain, key => texts[key] == message) || Array.Exists(PlainErrors, error => IsOf(error.Render(CultureInfo.CurrentUICulture), message));

    // A sentence with facts is known by how it begins.
    private static bool IsOf(string sentence, string message) => sentence.IndexOf('{', StringComparison.Ordinal) is >= 0 and var fact
        ? message.StartsWith(sentence[..fact], StringComparison.Ordinal)
        : sentence == message;

    // One line a field: the first mistake is the one to mend first.
    private List<FieldError> FromModelState() =>
    [
        .. from entry in ViewContext.ViewData.ModelState
           where entry.Value!.Errors.Count > 0
           select new FieldError(entry.Value!.Errors[0].ErrorMessage, entry.Key)
    ];
}
