using System.Globalization;
using Governance.Texts;
using Governance.Web.Texts;

namespace Governance.Web.Pages.Inbox;

/// <summary>Words for codes that stand in proposals.</summary>
public static class Words
{
    /// <summary>A life area; a code of the city's own shows as itself.</summary>
    public static string LifeArea(string code) => new Term("life-area", code).Render(CultureInfo.CurrentUICulture);

    /// <summary>A source of cover; a code of the city's own shows as itself.</summary>
    public static string Source(this TextCatalog texts, string code) => texts.Has($"Inbox.Source.{code}") ? texts[$"Inbox.Source.{code}"] : code;

    /// <summary>Yes, no, or not said yet.</summary>
    public static string YesNo(this TextCatalog texts, bool? value) => texts[value switch { true => "Inbox.Yes", false => "Inbox.No", null => "Inbox.NotSaid" }];

    /// <summary>The number and the life area, as lists show them.</summary>
    public static string Reference(string? number, string lifeArea) => string.Join(" · ", new[] { number, LifeArea(lifeArea) }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Sentences of stored reasons.</summary>
    public static IReadOnlyList<string> Sentences(string? reasons) => [.. ReasonJson.ReadAll(reasons).Select(reason => reason.Render(CultureInfo.CurrentUICulture))];
}
