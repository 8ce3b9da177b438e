using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>A statement to tick. The property is a <c>bool</c>.</summary>
[HtmlTargetElement("ui-field-check")]
public sealed class CheckField(TextCatalog texts) : Field(texts)
{
    private TagBuilder? box;

    /// <summary>What is sent when ticked: <c>true</c>, or the id of one thing of a list.</summary>
    public string Value { get; set; } = "true";

    /// <summary>Whether it is ticked, where no property is at hand.</summary>
    public bool Checked { get; set; }

    /// <summary>Id, where several boxes share a name.</summary>
    public string? BoxId { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var ticked = Typed(FieldName) is { } typed ? typed.Split(',').Contains(Value) : Checked || For?.Model is true;
        var id = BoxId ?? Id;
        box = Markup.Empty("input", $"kern-form-check__checkbox{(Wrong ? " kern-form-check__checkbox--error" : "")}")
            .With("type", "checkbox").With("id", id).With("name", FieldName).With("value", Value).Flag("checked", ticked)
            .With("aria-describedby", DescribedBy).With("aria-invalid", Wrong ? "true" : null);
        return Markup.El("div", "check", HintLine,
            Markup.El("div", Wrong ? "kern-form-check kern-form-check--error" : "kern-form-check",
                box, Markup.El("label", "kern-label", LabelWords).With("for", id)),
            ErrorLine);
    }

    /// <inheritdoc />
    protected override TagBuilder Marked(TagBuilder root) => box ?? root;
}
