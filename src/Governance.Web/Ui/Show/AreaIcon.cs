using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>Symbol of a life area. Life areas have a symbol, not a colour; the name stands beside it.</summary>
[HtmlTargetElement("ui-area-icon")]
public sealed class AreaIcon : Component
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mobility"] = "M7 3.5h10a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3zM4 11h16M8 17.5V20M16 17.5V20M8 14.3h.01M16 14.3h.01",
        ["education"] = "M12 6.5C10.5 5 8 4.5 4 4.5v13c4 0 6.5.5 8 2 1.5-1.5 4-2 8-2v-13c-4 0-6.5.5-8 2zM12 6.5v13",
        ["environment"] = "M6 18C4.5 10.5 9.5 5 20 4c.5 10-4.5 15.5-11.5 15-1 0-2-.5-2.5-1zM4 21c1.5-5 4.5-8.5 9-10.5",
        ["health"] = "M12 20s-8-4.7-8-10.3A4.4 4.4 0 0 1 12 7.2a4.4 4.4 0 0 1 8 2.5C20 15.3 12 20 12 20zM7 12h2.7l1.5-2.8 2 4.6L14.5 12H17",
        ["safety"] = "M12 3l7.5 2.7V11c0 4.8-3.1 8.2-7.5 10-4.4-1.8-7.5-5.2-7.5-10V5.7zM8.8 11.8l2.3 2.3 4.2-4.3",
        ["community"] = "M12.2 8a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0zM3 19.5c0-3.4 2.6-5.8 6-5.8s6 2.4 6 5.8M15.5 5.2a3.2 3.2 0 0 1 0 5.7M17.5 14.3c2.1.7 3.5 2.6 3.5 5.2"
    };

    /// <summary><c>mobility</c>, <c>education</c>, <c>environment</c>, <c>health</c>, <c>safety</c> or <c>community</c>; others get a plain mark.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("svg", "icon",
            Markup.Empty("path").With("d", Paths.GetValueOrDefault(Name, "M12 4l8 8-8 8-8-8z")))
        .With("viewBox", "0 0 24 24").With("aria-hidden", "true");
}
