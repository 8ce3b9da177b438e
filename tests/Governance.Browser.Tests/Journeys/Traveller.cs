using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Governance.Browser.Tests.Journeys;

/// <summary>Somebody at a browser who is signed in. Every page they look at is kept as a picture and held against what all pages must
/// keep; whatever the browser complains about, a broken policy too, is remembered.</summary>
public sealed partial class Traveller : IAsyncDisposable
{
    private static readonly Look[] Others = [new(390), new(1280, Dark: true)];

    private readonly Visit _visit;
    private readonly Uri _site;
    private readonly string _album;
    private readonly List<string> _complaints = [];

    private Traveller(Visit visit, Uri site, string album) => (_visit, _site, _album) = (visit, site, album);

    /// <summary>The window.</summary>
    public IPage Page => _visit.Page;

    /// <summary>Signs in with a name of the demo city.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="site">The city.</param>
    /// <param name="name">Who.</param>
    /// <param name="album">Folder of the pictures.</param>
    /// <param name="language"><c>de</c> or <c>en</c>.</param>
    public static async Task<Traveller> SignInAsync(BrowserFixture browser, Uri site, string name, string album, string language = "de")
    {
        var visit = await browser.VisitAsync(new Look(Language: language));
        await visit.Page.Context.AddCookiesAsync([new Cookie { Name = ".AspNetCore.Culture", Value = $"c=de-DE|uic={language}", Url = site.ToString() }]);
        var traveller = new Traveller(visit, site, album);
        visit.Page.Console += (_, message) => traveller.Heard(message);
        visit.Page.PageError += (_, error) => traveller._complaints.Add($"{visit.Page.Url}: {error}");
        visit.Page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
                traveller._complaints.Add($"{answer.Status} {answer.Url}");
        };
        await visit.Page.SignInAsync(site, name);
        return traveller;
    }

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(new Uri(_site, path).ToString());

    /// <summary>What the inbox asks about a proposal; notices ask nothing.</summary>
    public ILocator TaskOf(string title) => Page.Locator("[data-testid=task]", new() { HasText = title }).Filter(new() { HasNotTextRegex = Notice() });

    /// <summary>Opens the task of a proposal from the inbox, by its title.</summary>
    public async Task OpenTaskAsync(string title)
    {
        await OpenAsync("/inbox");
        await TaskOf(title).Locator("a.tasks__title").ClickAsync();
    }

    /// <summary>Presses a button by the value it sends.</summary>
    public Task PressAsync(string name, string value) => Page.Locator($"main button[name='{name}'][value='{value}']:visible").ClickAsync();

    /// <summary>Looks at the page: a picture, axe, no sideways scroll; where it matters also on a phone and in the dark.</summary>
    public async Task SeeAsync(string name, bool everyLook = false)
    {
        await SeeAsAsync(name, new Look());
        if (!everyLook)
            return;
        foreach (var look in Others)
            await SeeAsAsync(name, look);
        await WearAsync(new Look());
    }

    /// <summary>Fails when the browser complained about anything.</summary>
    public void ShouldHaveNoComplaints() => _complaints.Distinct(StringComparer.Ordinal).ShouldBeEmpty();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _visit.DisposeAsync();

    private async Task SeeAsAsync(string name, Look look)
    {
        await WearAsync(look);
        await Page.SaveAsync($"{_album}/{name}-{look}");
        await Page.ShouldNotScrollSidewaysAsync();
        await Page.ShouldBeAccessibleAsync();
    }

    private async Task WearAsync(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    private void Heard(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            _complaints.Add($"{Page.Url}: {message.Text}");
    }

    [GeneratedRegex("Kenntnisnahme|Notice", RegexOptions.None, 1000)]
    private static partial Regex Notice();
}
