using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A deadline: how far, and the date.</summary>
[HtmlTargetElement("ui-due")]
public sealed class Due(TextCatalog texts, TimeProvider clock) : Component
{
    /// <summary>The instant in UTC after which it is late.</summary>
    public DateTime? At { get; set; }

    /// <summary>The last day, when no time counts.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Seen from this instant in UTC; left out, the clock decides.</summary>
    public DateTime? Now { get; set; }

    /// <summary>True when the item waits for a meeting, whose day nobody has set: it is never late then.</summary>
    public bool Meeting { get; set; }

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        if (Meeting)
            return Markup.El("span", "due due--later", Icon.Of("calendar-today"), Markup.El("b", null, texts["Ui.Due.Meeting"]));
        var now = Now ?? clock.GetUtcNow().UtcDateTime;
        var deadline = At is { } at ? Deadline.At(at, now) : Day is { } day ? Deadline.On(day, now) : null;
        if (deadline is null) return null;
        var (css, icon) = deadline.Urgency switch
        {
            Urgency.Over => ("over", "danger"), Urgency.Today => ("today", "warning"),
            Urgency.Week => ("week", "calendar-today"), _ => ("later", "calendar-today")
        };
        var iso = At is { } instant ? Dates.Iso(instant) : Dates.Iso(deadline.Day);
        return Markup.El("span", $"due due--{css}", Icon.Of(icon), Markup.El("b", null, Distance(deadline)),
            Markup.Spoken(", "), Markup.El("time", null, Dates.Weekday(deadline.Day)).With("datetime", iso));
    }

    private string Distance(Deadline deadline) => deadline.Urgency switch
    {
        Urgency.Over when deadline.Days == 0 => texts["Ui.Due.OverToday"],
        Urgency.Over => texts.Count("Ui.Due.Over", -deadline.Days),
        Urgency.Today when deadline.Time is null => texts["Ui.Due.Today"],
        Urgency.Today => texts["Ui.Due.TodayAt", deadline.Time],
        _ => texts.Count("Ui.Due.In", deadline.Days)
    };
}
