using Governance.People;
using Governance.Processes;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Microsoft.Playwright;

namespace Governance.Browser.Tests;

/// <summary>The mayor decides with a member in place of a committee, which approves: every page that somebody needs for it, in every look.</summary>
public sealed class UrgentDecisionTests(BrowserFixture browser, UrgentCity city) : IClassFixture<UrgentCity>
{
    [Theory, MemberData(nameof(DecisionPagesTests.Looks), MemberType = typeof(DecisionPagesTests))]
    public async Task Decided_with_a_member_and_put_to_the_committee_for_approval(int width, bool dark, string language)
    {
        var look = new Look(width, dark, language);
        var proposal = await city.UrgentAsync($"Notbrücke Domplatz {look}");
        await using var mayor = await browser.VisitAsync(look);
        await city.SignInAsync(mayor.Page, "mayor");
        await OpenAsync(mayor.Page, proposal, "committee-in-time", $"urgent-in-time-{look}");
        await mayor.Page.FillAsync("#Comment", "Die Brücke ist gesperrt.");
        await mayor.Page.Locator("[data-testid=answers] button[value=Mayor]").ClickAsync();
        await OpenAsync(mayor.Page, proposal, "decide", $"urgent-decide-{look}");
        await mayor.Page.SelectOptionAsync("[name='Data.member']", city.City.Id("committee-mobility-2").ToString());
        await mayor.Page.FillAsync("#Comment", "Es drohen Schäden.");
        await mayor.Page.Locator("[data-testid=answers] button[value=Adopt]").ClickAsync();

        await using var member = await browser.VisitAsync(look);
        await city.SignInAsync(member.Page, "committee-mobility-2");
        await OpenAsync(member.Page, proposal, "co-decide", $"urgent-co-decide-{look}");
        await Assertions.Expect(member.Page.Locator("[data-testid=delegate]")).ToHaveCountAsync(0);
        await member.Page.Locator("[data-testid=answers] button[value=Agree]").ClickAsync();
        await member.Page.LookAtAsync($"urgent-sure-{look}");
        await member.Page.Locator("[data-testid=sure] button[value=sure]").ClickAsync();
        await city.DeliverAsync();

        await mayor.Page.GotoAsync($"{city.Address}/proposals/{proposal}/route");
        await Assertions.Expect(mayor.Page.Locator("[data-testid=others]")).ToContainTextAsync(language == "de" ? "Genehmigung der Dringlichkeitsentscheidung" : "Approval of the urgent decision");
        if (width == 1280)
            await Assertions.Expect(mayor.Page.Locator("svg.flow")).ToContainTextAsync(language == "de" ? "Dringlichkeit" : "Urgency");
        await mayor.Page.LookAtAsync($"urgent-route-{look}");
        await member.Page.GotoAsync($"{city.Address}/ballots/{await city.City.BallotAsync(proposal)}");
        await Assertions.Expect(member.Page.Locator(".eyebrow")).ToContainTextAsync(language == "de" ? "Genehmigung" : "Approval");
        await Assertions.Expect(member.Page.Locator("[data-testid=approval]")).ToBeVisibleAsync();
        await member.Page.LookAtAsync($"urgent-approval-{look}");
    }

    private async Task OpenAsync(IPage page, Guid proposal, string activity, string name)
    {
        await page.GotoAsync($"{city.Address}/inbox/{await city.City.TaskAsync(proposal, activity)}");
        await page.LookAtAsync(name);
    }
}

/// <summary>A city with a mayor, on a port of its own.</summary>
public sealed class UrgentCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public WebCity City { get; } = new() { Listens = true };

    /// <summary>Where it listens, without the last slash.</summary>
    public string Address => City.Program.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await City.InitializeAsync();
        await City.Program.AddPersonAsync("mayor", Role.Mayor);
    }

    /// <summary>A committee's matter that the office recommends for an urgent decision.</summary>
    public async Task<Guid> UrgentAsync(string title)
    {
        var proposal = await City.SubmitAsync(150_000, title);
        await City.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await City.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await City.AnswerAsync(proposal, "recommendation", "office", "Urgent", "Die Frist des Fördergebers endet am Freitag.");
        return proposal;
    }

    /// <summary>Delivers what cases have for one another.</summary>
    public async Task DeliverAsync()
    {
        while ((await City.Program.SendAsync(new DueCaseMessages(100))).Value is { Count: > 0 } messages)
            foreach (var message in messages)
                (await City.Program.SendAsync(message)).Error.ShouldBeNull();
    }

    /// <summary>Signs somebody in.</summary>
    public Task SignInAsync(IPage page, string name) => page.SignInAsync(Address, name);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();
}
