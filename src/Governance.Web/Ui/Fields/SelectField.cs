using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>One answer of many. Up to seven answers are better shown as <c>ui-field-choices</c>.</summary>
[HtmlTargetElement("ui-field-select")]
public sealed class SelectField(TextCatalog texts) : InputField(texts)
{
    /// <summary>The answers in order; those of a group stand together.</summary>
    public IReadOnlyList<Choice> Options { get; set; } = [];

    /// <summary>Value, where no property is at hand.</summary>
    public string? Value { get; set; }

    /// <summary>The words of the empty first answer; left out, "Bitte wählen".</summary>
    public string? Prompt { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Control(IHtmlContent content)
    {
        var chosen = Typed(FieldName) ?? Value ?? Convert.ToString(For?.Model, CultureInfo.InvariantCulture);
        var select = Markup.El("select", ControlClass("select"), Markup.El("option", null, Prompt ?? Texts["Ui.Field.Choose"]).With("value", ""));
        foreach (var group in Options.GroupBy(option => option.Group))
        {
            var lines = group.Select(option => Line(option, chosen));
            if (group.Key is null) select.AddAll(lines);
            else select.Add(Markup.El("optgroup").With("label", group.Key).AddAll(lines));
        }

        return select;
    }

    /// <inheritdoc />
    protected override TagBuilder Around(TagBuilder element) => Markup.El("div", "kern-form-input__select-wrapper", element);

    private static TagBuilder Line(Choice option, string? chosen) => Markup.El("option", null, option.Label)
        .With("value", option.Value).Flag("selected", string.Equals(option.Value, chosen, StringComparison.Ordinal));
}
