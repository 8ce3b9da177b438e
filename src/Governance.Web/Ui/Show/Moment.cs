using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>A day or an instant, as a <c>time</c> element.</summary>
[HtmlTargetElement("ui-time")]
public sealed class Moment(TextCatalog texts) : Component
{
    /// <summary>An instant in UTC.</summary>
    public DateTime? At { get; set; }

    /// <summary>A day without a time.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>
    /// <c>date</c> 23.11.2026, <c>weekday</c> Mo, 23.11.2026, <c>time</c> 18:00 Uhr, <c>full</c> 23.11.2026, 18:00 Uhr (for an
    /// instant the default), <c>long</c> Mo, 23.11.2026, 18:00 Uhr.
    /// </summary>
    public string? Format { get; set; }

    /// <inheritdoc />
    protected override TagBuilder? Render(IHtmlContent content)
    {
        if (At is { } at) return Time(Instant(at), Dates.Iso(at));
        return Day is { } day ? Time(Format == "weekday" ? Dates.Weekday(day) : Dates.Short(day), Dates.Iso(day)) : null;
    }

    // Only one piece stays in one line: a weekday, date and time together are too long for a phone.
    private static TagBuilder Time(string words, string iso) =>
        Markup.El("time", words.Length > 14 ? null : "nowrap", words).With("datetime", iso);

    private string Instant(DateTime utc)
    {
        var local = Berlin.Local(utc);
        var day = DateOnly.FromDateTime(local);
        var time = texts["Ui.Clock", Dates.Time(TimeOnly.FromDateTime(local))];
        return Format switch
        {
            "date" => Dates.Short(day), "weekday" => Dates.Weekday(day), "time" => time,
            "long" => $"{Dates.Weekday(day)}, {time}", _ => $"{Dates.Short(day)}, {time}"
        };
    }
}
