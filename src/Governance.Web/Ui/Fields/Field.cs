using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>
/// What every form field shares: name, label, hint, mistakes, and the wiring between them. After a mistake the field shows what
/// was typed. Unknown attributes (<c>autocomplete</c>, <c>maxlength</c>) go to the control.
/// </summary>
public abstract class Field(TextCatalog texts) : Component
{
    /// <summary>The page, for its model state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property that is filled; gives name and value.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name in the form, where no property is at hand.</summary>
    public string? Name { get; set; }

    /// <summary>Label, always visible.</summary>
    public string Label { get; set; } = "";

    /// <summary>What to know before typing; an example.</summary>
    public string? Hint { get; set; }

    /// <summary>A mistake; left out, it comes from the model state.</summary>
    public string? Error { get; set; }

    /// <summary>Marks the field as optional. Fields are required unless they say so.</summary>
    public bool Optional { get; set; }

    /// <summary>Needed or not by what is chosen elsewhere, which its hint or its section says: "optional" would be wrong half of the time.</summary>
    public bool Conditional { get; set; }

    /// <summary>The texts of the kit.</summary>
    protected TextCatalog Texts => texts;

    /// <summary>Name in the form.</summary>
    protected string FieldName =>
        Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? throw new InvalidOperationException("A field needs for or name."));

    /// <summary>Id of the first control.</summary>
    protected string Id => FieldId.Of(FieldName);

    /// <summary>The first mistake of the field.</summary>
    protected string? Mistake => Error ?? (State(FieldName) is { Errors: [var first, ..] } ? first.ErrorMessage : null);

    /// <summary>Whether the field is wrong.</summary>
    protected bool Wrong => Mistake is not null;

    /// <summary>What was sent for a name; null when the page is shown for the first time.</summary>
    protected string? Typed(string name) => State(name)?.AttemptedValue;

    /// <summary>The value of the property as text; numbers without grouping, as they are typed.</summary>
    protected string? Stored => Convert.ToString(For?.Model, CultureInfo.CurrentCulture);

    /// <summary>Id list for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Wrong ? Id + "-error" : null }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>The label's words, with "(optional)" where it is.</summary>
    protected IHtmlContent LabelWords => new HtmlContentBuilder().Append(Label).AppendHtml(
        Optional ? Markup.El("span", "kern-label__optional", " " + texts["Ui.Field.Optional"]) : HtmlString.Empty);

    /// <summary>The hint, if any.</summary>
    protected TagBuilder? HintLine => Hint is null ? null : Markup.El("div", "kern-hint", Hint).With("id", Id + "-hint");

    /// <summary>The mistake, if any.</summary>
    protected TagBuilder? ErrorLine => Mistake is null ? null : Markup.El("p", "kern-error",
        Show.Icon.Of("danger"), Markup.El("span", "kern-body", Mistake)).With("id", Id + "-error");

    /// <summary>Adds to a control what assistive technology needs to know about it.</summary>
    protected TagBuilder Wire(TagBuilder control) => control
        .With("aria-describedby", DescribedBy).With("aria-invalid", Wrong ? "true" : null)
        .With("aria-required", Optional || Conditional ? null : "true");

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => FieldOrder.Of(ViewContext.HttpContext).Add((FieldName, Label));

    private ModelStateEntry? State(string name) => ViewContext.ViewData.ModelState.GetValueOrDefault(name);
}
