using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui;

/// <summary>
/// A tag helper that writes one element. Attributes it does not know (<c>id</c>, <c>class</c>, <c>data-testid</c>) go to that
/// element, so that pages can name and mark every component.
/// </summary>
public abstract class Component : TagHelper
{
    /// <summary>The slot of the page head that takes this component, if any.</summary>
    protected virtual string? Slot => null;

    /// <summary>Runs before the content: parents leave here what their children look for.</summary>
    protected virtual void Prepare(TagHelperContext context)
    {
    }

    /// <summary>Makes the element from the content between the tags; null shows nothing.</summary>
    protected abstract TagBuilder? Render(IHtmlContent content);

    /// <summary>The element that takes the unknown attributes.</summary>
    protected virtual TagBuilder Marked(TagBuilder root) => root;

    /// <inheritdoc />
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Prepare(context);
        var content = await output.GetChildContentAsync();
        var root = Render(content);
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (root is not null) Mark(Marked(root), output.Attributes);
        if (root is not null && Slot is { } slot && context.Items.TryGetValue(typeof(Page.PageSlots), out var slots))
        {
            ((Page.PageSlots)slots)[slot] = root;
            root = null;
        }

        output.Attributes.Clear();
        if (root is null) output.SuppressOutput();
        else output.Content.SetHtmlContent(root);
    }

    private static void Mark(TagBuilder root, TagHelperAttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            var value = attribute.Value?.ToString() ?? "";
            if (attribute.Name == "class" && root.Attributes.TryGetValue("class", out var own)) value = $"{own} {value}";
            root.Attributes[attribute.Name] = value;
        }
    }
}
