using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Fields;

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Note">A second, smaller line.</param>
/// <param name="Group">Heading under which a long list shows it.</param>
public sealed record Choice(string Value, string Label, string? Note = null, string? Group = null);

/// <summary>One answer of a few, all visible. Nothing is chosen beforehand unless the property says so.</summary>
[HtmlTargetElement("ui-field-choices")]
public sealed class ChoicesField(TextCatalog texts) : Field(texts)
{
    /// <summary>The answers in order.</summary>
    public IReadOnlyList<Choice> Options { get; set; } = [];

    /// <summary>Value, where no property is at hand.</summary>
    public string? Value { get; set; }

    /// <summary>Side by side where there is room: for yes, no, abstention.</summary>
    public bool Row { get; set; }

    /// <summary>Several answers may be chosen; the property is a collection.</summary>
    public bool Many { get; set; }

    /// <summary>Label for screen readers only, when a heading right above says it.</summary>
    public bool HideLabel { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var chosen = Chosen();
        var list = Markup.El("div", Row ? "choices choices--row" : "choices")
            .AddAll(Options.Select((option, index) => Line(option, index, chosen.Contains(option.Value))));
        return Markup.El("fieldset", Wrong ? "kern-fieldset kern-fieldset--error" : "kern-fieldset",
                Markup.El("legend", HideLabel ? "kern-sr-only" : "kern-label", LabelWords), HintLine,
                Markup.El("div", "kern-fieldset__body", list), ErrorLine)
            .With("aria-describedby", DescribedBy);
    }

    private TagBuilder Line(Choice option, int index, bool chosen) => Markup.El("label", null,
        Markup.Empty("input").With("type", Many ? "checkbox" : "radio").With("name", FieldName).With("value", option.Value)
            .With("id", index == 0 ? Id : $"{Id}-{index}").Flag("checked", chosen).With("aria-invalid", Wrong && Many ? "true" : null),
        Markup.El("span", null, option.Label, option.Note is null ? null : Markup.El("small", null, option.Note)));

    private string[] Chosen()
    {
        if (Typed(FieldName) is { } typed) return Many ? typed.Split(',') : [typed];
        if (Value is not null) return [Value];
        return For?.Model switch
        {
            null => [], string text => [text],
            System.Collections.IEnumerable many => [.. many.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)!)],
            var single => [Convert.ToString(single, CultureInfo.InvariantCulture)!]
        };
    }
}
