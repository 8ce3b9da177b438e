using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Ui.Page;

/// <summary>Parts of the page head, in whatever order the page wrote them.</summary>
public sealed class PageSlots
{
    private readonly Dictionary<string, TagBuilder> parts = new(StringComparer.Ordinal);

    /// <summary>The part of a slot; null when the page has none.</summary>
    public TagBuilder? this[string slot]
    {
        get => parts.GetValueOrDefault(slot);
        set => parts[slot] = value!;
    }
}
