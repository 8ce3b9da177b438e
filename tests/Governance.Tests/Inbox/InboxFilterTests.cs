using System.Text.RegularExpressions;
using Governance.Inbox;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Inbox;

/// <summary>Filters of the inbox: what they show, and that they read no more than the actor's own tasks.</summary>
public sealed class InboxFilterTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Each_filter_shows_what_it_says_and_they_combine(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var mobility = await city.SubmitAsync(ProposalWay.Content(21_000));
        var health = await city.SubmitAsync(ProposalWay.Content(22_000, "health"));
        var number = (await city.ProposalAsync(health)).Number!;

        await ShowsAsync(new(), mobility, health);
        await ShowsAsync(new() { LifeArea = "health" }, health);
        await ShowsAsync(new() { LifeArea = "nowhere" });
        await ShowsAsync(new() { Text = "21000 eURO" }, mobility);
        await ShowsAsync(new() { Text = " " + number.ToLowerInvariant() }, health);
        await ShowsAsync(new() { Text = "%" });
        await ShowsAsync(new() { Text = "22000", LifeArea = "mobility" });
        await ShowsAsync(new() { Kind = TaskKind.Vote });
        await ShowsAsync(new() { DeputisedOnly = true });
        await ShowsAsync(new() { DueFrom = new(2027, 1, 1) });
        await ShowsAsync(new() { DueUntil = new(2027, 1, 1), Kind = TaskKind.Decision }, mobility, health);
        var counted = await city.Do(city["office"], new ListInbox(new() { Kind = TaskKind.Vote, LifeArea = "health" }));
        counted.Counts.ShouldBe(new Dictionary<TaskKind, int> { [TaskKind.Decision] = 1 }, "counts are those of the filter without its kind");

        async Task ShowsAsync(InboxFilter filter, params Guid[] proposals) =>
            (await city.Do(city["office"], new ListInbox(filter))).Items.Select(item => item.ProposalId).ShouldBe(proposals, filter.ToString());
    }

    [Theory]
    [OnEachDatabase]
    public async Task Tasks_of_ballots_are_found_by_body_and_deputised_ones_apart(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(proposal);
        var own = await city.SubmitAsync(ProposalWay.Content(1_000));
        var deputy = city["office"] with { DeputyFor = [city["steering-1"].PersonId] };

        (await city.Do(city["steering-1"], new ListInbox(new() { Body = "steering" }))).Items.ShouldHaveSingleItem().ProposalId.ShouldBe(proposal);
        (await city.Do(city["steering-1"], new ListInbox(new() { Body = "council" }))).Items.ShouldBeEmpty();
        (await city.Do(city["steering-1"], new ListInbox(new() { Body = "no-such" }))).Items.ShouldBeEmpty();
        (await city.Do(deputy, new ListInbox(new() { DeputisedOnly = true }))).Items.ShouldHaveSingleItem().ProposalId.ShouldBe(proposal);
        (await city.Do(deputy, new ListInbox())).Items.Select(item => item.ProposalId).ShouldBe([own, proposal], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_keep_the_filter()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        foreach (var euro in Enumerable.Range(1_000, 5))
            _ = await city.SubmitAsync(ProposalWay.Content(euro, euro % 2 == 0 ? "health" : "mobility"));
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await city.Do(city["office"], new ListInbox(new() { LifeArea = "health" }, cursor, Limit: 2));
            seen.AddRange(page.Items.Select(item => item.Title));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe(["Vorhaben über 1000 Euro", "Vorhaben über 1002 Euro", "Vorhaben über 1004 Euro"]);
    }

    [Fact]
    public async Task No_filter_reads_more_than_the_actors_own_tasks()
    {
        var log = new StatementLog();
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, [log]);
        _ = await city.SubmitAsync(ProposalWay.Content(1_000));
        InboxFilter[] filters =
        [
            new(), new() { LifeArea = "health" }, new() { Text = "x" }, new() { Body = "council" }, new() { DueFrom = new(2026, 1, 1), DueUntil = new(2027, 1, 1) },
            new() { Kind = TaskKind.Vote, LifeArea = "health", Text = "x", Body = "council" },
        ];
        foreach (var filter in filters)
        {
            log.Seen.Clear();
            await city.Do(city["office"], new ListInbox(filter));
            foreach (var statement in log.Seen.Where(statement => statement.Contains("InboxTasks", StringComparison.Ordinal)))
            {
                var plan = await city.PlanAsync(statement);
                plan.ShouldContain(line => line.Contains("IX_InboxTasks_Assignee_DueAt", StringComparison.Ordinal), statement);

                // Subqueries of single rows and the list of keys are scanned; tables never are.
                var aliases = Regex.Matches(statement, "\"(InboxTasks|Proposals|Ballots|Bodies)\" AS \"(?<alias>[a-z0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["alias"].Value).ToHashSet(StringComparer.Ordinal);
                plan.Where(line => line.StartsWith("SCAN ", StringComparison.Ordinal) && aliases.Contains(line.Split(' ')[1])).ShouldBeEmpty($"{filter}\n{statement}\n{string.Join('\n', plan)}");
                if (filter == new InboxFilter() && statement.Contains("GROUP BY", StringComparison.Ordinal))
                    plan.ShouldContain(line => line.Contains("COVERING INDEX IX_InboxTasks_Assignee", StringComparison.Ordinal), "counts never read the rows");
            }
        }
    }
}
