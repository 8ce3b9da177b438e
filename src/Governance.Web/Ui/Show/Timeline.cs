using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>What happened, newest first.</summary>
[HtmlTargetElement("ui-timeline")]
public sealed class Timeline : Component
{
    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("ol", "timeline", content).With("role", "list");
}

/// <summary>One event.</summary>
[HtmlTargetElement("ui-event", ParentTag = "ui-timeline")]
public sealed class Event(Texts.TextCatalog texts) : Component
{
    /// <summary>What happened, in bold.</summary>
    public string Title { get; set; } = "";

    /// <summary>When, in UTC; null for what is still to come.</summary>
    public DateTime? At { get; set; }

    /// <summary>Who, and from where.</summary>
    public string? By { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var meta = Markup.El("span", "meta");
        if (At is { } at)
        {
            var local = Berlin.Local(at);
            var clock = texts["Ui.Clock", Dates.Time(TimeOnly.FromDateTime(local))];
            meta.Add(Markup.El("time", null, $"{Dates.Short(DateOnly.FromDateTime(local))}, {clock}").With("datetime", Dates.Iso(at)));
        }

        if (By is not null) meta.Add(At is null ? By : $" · {By}");
        return Markup.El("li", null, Markup.El("b", null, Title), " ", content, meta);
    }
}
