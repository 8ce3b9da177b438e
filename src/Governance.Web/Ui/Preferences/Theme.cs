using Microsoft.AspNetCore.Html;

namespace Governance.Web.Ui.Preferences;

/// <summary>Light, dark, or what the device asks for. Kept in a cookie, since it must work without an account.</summary>
public static class Theme
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "theme";

    /// <summary>The choices, as they stand in the cookie.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["auto", "light", "dark"];

    /// <summary>The choice of this request; anything unknown counts as <c>auto</c>.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } value && Choices.Contains(value) ? value : "auto";

    /// <summary>KERN's attribute for the html element; none for <c>auto</c>, where the device decides.</summary>
    public static IHtmlContent Attribute(string theme) =>
        theme == "auto" ? HtmlString.Empty : new HtmlString($" data-kern-theme=\"{theme}\"");
}
