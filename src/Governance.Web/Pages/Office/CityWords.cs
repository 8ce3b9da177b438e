using System.Globalization;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Texts;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;

namespace Governance.Web.Pages.Office;

/// <summary>Words for codes of the city's order: life areas, sources, stages, names in two languages.</summary>
public static class CityWords
{
    /// <summary>A life area; a code of the city's own shows as itself.</summary>
    public static string LifeArea(string code) => new Term("life-area", code).Render(CultureInfo.CurrentUICulture);

    /// <summary>The symbol of a life area.</summary>
    public static string AreaIcon(string code) => code == LifeAreas.LifeAreaCodes.Society ? "community" : code;

    /// <summary>A funding source; a code of the city's own shows as itself.</summary>
    public static string Source(this TextCatalog texts, string code) => texts.Has($"Budget.Source.{code}") ? texts[$"Budget.Source.{code}"] : code;

    /// <summary>A stage of a proposal.</summary>
    public static string Stage(this TextCatalog texts, ProposalStage stage) => texts[$"Proposals.Stage.{stage}"];

    /// <summary>A name in the reader's language.</summary>
    public static string Here(this LocalText text) => text.In(CultureInfo.CurrentUICulture);

    /// <summary>Whole days from an instant to another, by the calendar of the city.</summary>
    public static int Days(DateTime from, DateTime to) => Math.Max(0, Berlin.Day(to).DayNumber - Berlin.Day(from).DayNumber);

    /// <summary>Whole days of a duration, at least one.</summary>
    public static int Days(TimeSpan duration) => Math.Max(1, (int)Math.Ceiling(duration.TotalDays));
}
