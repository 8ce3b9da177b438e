using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>Why the program decided as it did: a sentence, the inputs, the rule and its version.</summary>
[HtmlTargetElement("ui-why")]
public sealed class Why(TextCatalog texts) : Component
{
    private readonly WhyInputs inputs = new();

    /// <summary>The question: "Warum dieser Weg?".</summary>
    public string Title { get; set; } = "";

    /// <summary>The rule with version and since when.</summary>
    public string? Rule { get; set; }

    /// <summary>Address of the rule.</summary>
    public string? RuleHref { get; set; }

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => context.Items[typeof(WhyInputs)] = inputs;

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var id = Fields.FieldId.Of("w-" + Title.ToLowerInvariant());
        var panel = Markup.El("section", "panel why", Markup.El("h2", null, Title).With("id", id), Markup.El("p", null, content));
        if (inputs.Lines.Count > 0) panel.Add(Markup.El("dl").AddAll(inputs.Lines));
        if (!string.IsNullOrEmpty(Rule))
        {
            var link = RuleHref is null ? null : Markup.El("a", null, texts["Ui.Why.Rule"]).With("href", RuleHref);
            panel.Add(Markup.El("p", "rule", Rule, link is null ? null : " ", link));
        }

        return panel.With("aria-labelledby", id);
    }
}

/// <summary>What the inputs leave for the panel.</summary>
public sealed class WhyInputs
{
    /// <summary>The lines in order.</summary>
    public List<TagBuilder> Lines { get; } = [];
}

/// <summary>An input or a consequence of the decision.</summary>
[HtmlTargetElement("ui-why-input", ParentTag = "ui-why")]
public sealed class WhyInput : Component
{
    private WhyInputs inputs = null!;

    /// <summary>What it is.</summary>
    public string Label { get; set; } = "";

    /// <summary>How it came about.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    protected override void Prepare(TagHelperContext context) => inputs = (WhyInputs)context.Items[typeof(WhyInputs)];

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        inputs.Lines.Add(Markup.El("div", null, Markup.El("dt", null, Label), Markup.El("dd", null, content,
            string.IsNullOrEmpty(Note) ? null : Markup.Empty("br"), string.IsNullOrEmpty(Note) ? null : Markup.El("span", "small soft", Note))));
        return null;
    }
}
