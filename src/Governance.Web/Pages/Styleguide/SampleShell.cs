using Governance.Web.Texts;
using Governance.Web.Ui.Shell;

namespace Governance.Web.Pages.Styleguide;

/// <summary>Surroundings of a signed-in person, as the product will fill them.</summary>
public static class SampleShell
{
    /// <summary>The surroundings; <paramref name="current"/> is the address of the entry to mark as current.</summary>
    public static Surroundings Of(TextCatalog texts, string current) => new(
        "Musterstadt an der Pader", texts["Ui.Office"],
        new Ui.Shell.Account("Dr. Jana Thelen", texts["Styleguide.Shell.Function"],
            [new NavigationEntry("/account", texts["Styleguide.Shell.Profile"]), new NavigationEntry("/account/deputies", texts["Styleguide.Shell.Deputies"])],
            "/account/sign-out"),
        [
            new NavigationEntry("/inbox", texts["Styleguide.Shell.Inbox"], 9, texts["Styleguide.Shell.InboxCount"]),
            new NavigationEntry(current, texts["Styleguide.Title"]),
            new NavigationEntry("/meetings", texts["Styleguide.Shell.Meetings"]),
            new NavigationEntry("/budget", texts["Styleguide.Shell.Budget"]),
            new NavigationEntry("/portal", texts["Ui.Nav.Portal"])
        ],
        PlainShell.Footers(texts, new Dictionary<string, Uri>(StringComparer.Ordinal)), "/search");
}
