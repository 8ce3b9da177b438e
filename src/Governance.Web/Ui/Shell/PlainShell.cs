using Governance.Web.Hosting;
using Governance.Web.Texts;

namespace Governance.Web.Ui.Shell;

/// <summary>Surroundings of a visitor who is not signed in; also those of the error page, since it needs nothing.</summary>
public sealed class PlainShell(TextCatalog texts, IConfiguration configuration, GovernanceSettings settings) : IShell
{
    /// <inheritdoc />
    public ValueTask<Surroundings> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new Surroundings(
        configuration["Governance:City"] ?? texts["Ui.City"], texts["Ui.Office"], Account: null, [], Footers(texts, settings.Notices), SearchHref: null));

    /// <summary>The pages that law asks for on every site of a city: its own where it names them, else ours. A film in sign language
    /// cannot be ours.</summary>
    public static IReadOnlyList<NavigationEntry> Footers(TextCatalog texts, IReadOnlyDictionary<string, Uri> own)
    {
        List<NavigationEntry> entries =
        [
            Entry("imprint", "Ui.Footer.Imprint"), Entry("privacy", "Ui.Footer.Privacy"), Entry("accessibility", "Ui.Footer.Accessibility"),
            Entry("easy-language", "Ui.Footer.EasyLanguage"),
        ];
        if (own.ContainsKey("sign-language"))
            entries.Add(Entry("sign-language", "Ui.Footer.SignLanguage"));
        return entries;

        NavigationEntry Entry(string name, string label) => new(own.TryGetValue(name, out var address) ? address.ToString() : "/portal/" + name, texts[label]);
    }
}
