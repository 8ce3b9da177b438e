using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Fields;

/// <summary>A field with one control: label, hint, control, mistake.</summary>
public abstract class InputField(TextCatalog texts) : Field(texts)
{
    private TagBuilder? control;

    /// <summary>The control without name, id and wiring.</summary>
    protected abstract TagBuilder Control(IHtmlContent content);

    /// <summary>What stands around the control: a wrapper, a unit.</summary>
    protected virtual TagBuilder Around(TagBuilder element) => element;

    /// <summary>KERN's class of the control.</summary>
    protected string ControlClass(string kind = "input") =>
        $"kern-form-input__{kind}{(Wrong ? $" kern-form-input__{kind}--error" : "")}";

    /// <inheritdoc />
    protected sealed override TagBuilder Render(IHtmlContent content)
    {
        control = Wire(Control(content)).With("id", Id).With("name", FieldName);
        return Markup.El("div", Wrong ? "kern-form-input kern-form-input--error" : "kern-form-input",
            Markup.El("label", "kern-label", LabelWords).With("for", Id), HintLine, Around(control), ErrorLine);
    }

    /// <inheritdoc />
    protected sealed override TagBuilder Marked(TagBuilder root) => control ?? root;
}
