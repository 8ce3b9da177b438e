using Governance.Web.Texts;

namespace Governance.Web.Ui.Shell;

/// <summary>Surroundings of a visitor who is not signed in; also those of the error page, since it needs nothing.</summary>
public sealed class PlainShell(TextCatalog texts, IConfiguration settings) : IShell
{
    /// <inheritdoc />
    public ValueTask<Surroundings> ReadAsync(CancellationToken cancellationToken)
    {
        var city = settings["Governance:City"] ?? texts["Ui.City"];
        return ValueTask.FromResult(new Surroundings(
            city, texts["Ui.Office"], Account: null,
            [new NavigationEntry("/portal", texts["Ui.Nav.Portal"])], Footers(texts), SearchHref: null));
    }

    /// <summary>The pages that law asks for on every site of a city.</summary>
    public static IReadOnlyList<NavigationEntry> Footers(TextCatalog texts) =>
    [
        new("/portal/imprint", texts["Ui.Footer.Imprint"]),
        new("/portal/privacy", texts["Ui.Footer.Privacy"]),
        new("/portal/accessibility", texts["Ui.Footer.Accessibility"]),
        new("/portal/easy-language", texts["Ui.Footer.EasyLanguage"]),
        new("/portal/sign-language", texts["Ui.Footer.SignLanguage"])
    ];
}
