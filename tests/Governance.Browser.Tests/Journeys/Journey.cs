using System.Globalization;
using Microsoft.Playwright;

namespace Governance.Browser.Tests.Journeys;

/// <summary>Figures of the budget page, in euro cents.</summary>
public sealed record BudgetFigures(long Given, long Reserved, long Committed, long Available)
{
    /// <summary>Figures and what came to them.</summary>
    public static BudgetFigures operator +(BudgetFigures one, BudgetFigures other) =>
        new(one.Given + other.Given, one.Reserved + other.Reserved, one.Committed + other.Committed, one.Available + other.Available);
}

/// <summary>A line of the financing plan as it is typed: kind of cost, source of cover, year, amount.</summary>
public sealed record PlanLine(string Kind, string Source, int Year, string Amount);

/// <summary>What people do to bring a proposal from draft to money, each with a browser of their own in which they stay signed in until
/// days pass. Pages seen are numbered in the
/// order of the journey.</summary>
/// <param name="album">Folder of the pictures.</param>
/// <param name="language"><c>de</c> or <c>en</c>.</param>
/// <param name="thorough">Whether important pages are looked at on a phone and in the dark too.</param>
public sealed class Journey(BrowserFixture browser, MovingCity city, string album, string language, bool thorough) : IAsyncDisposable
{
    private readonly Dictionary<string, Traveller> _people = new(StringComparer.Ordinal);
    private int _seen;

    /// <summary>Fills in all steps of the form, looks at each, and submits.</summary>
    /// <returns>The proposal's address.</returns>
    public Task<string> SubmitAsync(string title, bool personalData, params PlanLine[] plan) => AsAsync("owner", async owner =>
    {
        await SeeAsync(owner, "start", everyLook: true);
        await owner.OpenAsync("/proposals");
        await SeeAsync(owner, "proposals");
        await owner.Page.Locator("main form[method=post] button").First.ClickAsync();
        await SeeAsync(owner, "step-1-empty");
        await new DraftForm(owner, step => SeeAsync(owner, step, everyLook: step is "step-1" or "step-5" or "step-9")).FillAsync(title, personalData, plan);
        await owner.PressAsync("Go", "submit");
        await Assertions.Expect(owner.Page.Locator(".banner--good")).ToBeVisibleAsync();
        await SeeAsync(owner, "submitted", everyLook: true);
        return new Uri(owner.Page.Url).AbsolutePath;
    });

    /// <summary>Answers the task of a proposal from the inbox.</summary>
    /// <param name="left">Tasks of the proposal that the same person has then.</param>
    /// <param name="fields">Name and value of the fields that the task asks for.</param>
    public Task AnswerAsync(string who, string title, string outcome, string picture, string? comment = null, int left = 0, params (string Name, string Value)[] fields) => AsAsync(who, async person =>
    {
        await person.OpenAsync("/inbox");
        await SeeAsync(person, $"inbox-{picture}");
        await person.OpenTaskAsync(title);
        if (comment is not null)
            await person.Page.FillAsync("#Comment", comment);
        foreach (var (name, value) in fields)
            await person.Page.FillAsync($"[name='{name}']", value);
        await SeeAsync(person, picture, everyLook: true);
        await person.PressAsync("Outcome", outcome);
        await Assertions.Expect(person.Page.Locator(".banner--good")).ToBeVisibleAsync();
        await Assertions.Expect(person.TaskOf(title)).ToHaveCountAsync(left);
        await SeeAsync(person, $"{picture}-answered");
        return true;
    });

    /// <summary>Votes from the inbox.</summary>
    public Task VoteAsync(string who, string title, string choice, bool look) => AsAsync(who, async member =>
    {
        await member.OpenAsync("/inbox");
        if (look)
            await SeeAsync(member, "inbox-vote", everyLook: true);
        await member.Page.Locator("[data-testid=task]", new() { HasText = title }).Locator(".t-act a").ClickAsync();
        if (look)
            await SeeAsync(member, "ballot", everyLook: true);
        await member.Page.Locator(".vote input[name=recused][value=no]").CheckAsync();
        await member.Page.Locator($".vote input[name=vote][value={choice}]").CheckAsync();
        await member.Page.Locator("#confirmed").CheckAsync();
        if (look)
            await SeeAsync(member, "ballot-confirming", everyLook: true);
        await member.Page.Locator("[data-testid=cast]").ClickAsync();
        await Assertions.Expect(member.Page.Locator(".vote")).ToHaveCountAsync(0);
        await Assertions.Expect(member.Page.Locator("h1")).ToContainTextAsync(title);
        if (look || await member.Page.Locator("[data-testid=mine]").CountAsync() == 0)
            await SeeAsync(member, "ballot-voted");
        return true;
    });

    /// <summary>The clerk opens the ballot of a session from the inbox.</summary>
    public Task OpenSessionAsync(string title) => AsAsync("clerk", async clerk =>
    {
        await BallotOfAsync(clerk, title);
        await SeeAsync(clerk, "session", everyLook: true);
        await clerk.Page.Locator("[data-testid=conduct] a[href$='/open']").ClickAsync();
        await SeeAsync(clerk, "session-opening", everyLook: true);
        await clerk.Page.Locator("main form .kern-btn--primary").ClickAsync();
        await SeeAsync(clerk, "session-open");
        return true;
    });

    /// <summary>The clerk closes it.</summary>
    public Task CloseSessionAsync(string title) => AsAsync("clerk", async clerk =>
    {
        await BallotOfAsync(clerk, title);
        await clerk.Page.Locator("[data-testid=conduct] a[href$='/close']").ClickAsync();
        await SeeAsync(clerk, "session-closing", everyLook: true);
        await clerk.Page.Locator("main form .kern-btn--primary").ClickAsync();
        await SeeAsync(clerk, "session-closed", everyLook: true);
        return true;
    });

    /// <summary>The clerk records what the minutes say.</summary>
    public Task RecordAsync(string title, string outcome, int present, int yes, int no, int abstain, int? experts = null) => AsAsync("clerk", async clerk =>
    {
        await BallotOfAsync(clerk, title);
        await clerk.Page.Locator("[data-testid=conduct] a[href$='/result']").ClickAsync();
        await clerk.Page.Locator("[name='Form.Outcome']").SelectOptionAsync(outcome);
        await clerk.Page.Locator("[name='Form.Counting'][value=Full]").CheckAsync();
        foreach (var (field, count) in new[] { ("Present", present), ("Yes", yes), ("No", no), ("Abstain", abstain) })
            await clerk.Page.FillAsync($"[name='Form.{field}']", count.ToString(CultureInfo.InvariantCulture));
        if (experts is { } named)
            await clerk.Page.FillAsync("[name='Form.ExpertCitizens']", named.ToString(CultureInfo.InvariantCulture));
        await SeeAsync(clerk, "record", everyLook: true);
        await clerk.Page.Locator("main form .kern-btn--primary").ClickAsync();
        await SeeAsync(clerk, "record-confirming", everyLook: true);
        await clerk.PressAsync("Step", "save");
        await SeeAsync(clerk, "recorded", everyLook: true);
        return true;
    });

    /// <summary>The proposal's page says who decides, and why.</summary>
    public Task ShouldExplainAsync(string who, string proposal, params string[] words) => AsAsync(who, async person =>
    {
        await person.OpenAsync(proposal);
        await SeeAsync(person, "explained", everyLook: true);
        foreach (var word in words)
            await Assertions.Expect(person.Page.Locator(".why")).ToContainTextAsync(word);
        return true;
    });

    /// <summary>The proposal's page shows this stage.</summary>
    public Task ShouldBeAsync(string who, string proposal, string picture, string stage) => AsAsync(who, async person =>
    {
        await person.OpenAsync(proposal);
        await SeeAsync(person, picture, everyLook: true);
        await Assertions.Expect(person.Page.Locator("main .page-head")).ToContainTextAsync(stage);
        foreach (var tab in new[] { "financing", "history", "documents" })
        {
            await person.OpenAsync($"{proposal}/{tab}");
            await SeeAsync(person, $"{picture}-{tab}");
        }

        return true;
    });

    /// <summary>What the budget page says of a year.</summary>
    public Task<BudgetFigures> BudgetAsync(int year, string? picture = null) => AsAsync("treasurer", async treasurer =>
    {
        await treasurer.OpenAsync($"/budget?year={year}");
        if (picture is not null)
            await SeeAsync(treasurer, "budget-" + picture, everyLook: true);
        return new BudgetFigures(
            await CentsAsync(treasurer.Page, "given"), await CentsAsync(treasurer.Page, "reserved"), await CentsAsync(treasurer.Page, "committed"), await CentsAsync(treasurer.Page, "available"));
    });

    /// <summary>The page of mails shows one that was sent to this person today; which day that is depends on the journeys before.</summary>
    public Task ShouldHaveMailAsync(string name) => AsAsync("admin", async admin =>
    {
        var day = city.Clock.GetUtcNow().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        await admin.OpenAsync("/admin/mail");
        await SeeAsync(admin, "mail", everyLook: true);
        await Assertions.Expect(admin.Page.Locator("[data-testid=mails] tbody tr", new() { HasText = name }).Filter(new() { HasText = day }).First).ToBeVisibleAsync();
        return true;
    });

    /// <summary>The pages beside the way: what those see who come later.</summary>
    public Task LookAsync(string who, params string[] paths) => AsAsync(who, async person =>
    {
        foreach (var path in paths)
        {
            await person.OpenAsync(path);
            await SeeAsync(person, who + path.Replace('/', '-'), everyLook: true);
        }

        return true;
    });

    /// <summary>Lets days go by in the city: everybody goes home and signs in anew.</summary>
    public async Task PassAsync(int days)
    {
        await DisposeAsync();
        await city.PassAsync(days);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
            await person.DisposeAsync();
        _people.Clear();
    }

    private static async Task BallotOfAsync(Traveller clerk, string title)
    {
        await clerk.OpenAsync("/inbox");
        await clerk.Page.Locator("[data-testid=task]", new() { HasText = title }).Locator(".t-act a").ClickAsync();
    }

    private static async Task<long> CentsAsync(IPage page, string fact)
    {
        var text = await page.Locator($"[data-testid={fact}]").InnerTextAsync();
        var digits = text.Split('\n').Select(line => line.Trim()).First(line => line.Contains('€', StringComparison.Ordinal));
        return long.Parse(string.Concat(digits.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }

    private Task SeeAsync(Traveller person, string name, bool everyLook = false) => person.SeeAsync($"{++_seen:00}-{name}", everyLook && thorough);

    private async Task<T> AsAsync<T>(string who, Func<Traveller, Task<T>> act)
    {
        if (!_people.TryGetValue(who, out var person))
            _people[who] = person = await Traveller.SignInAsync(browser, city.Address, who, album, language);
        var answer = await act(person);
        person.ShouldHaveNoComplaints();
        return answer;
    }
}
