using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>The paper of a meeting lies in its members' inboxes; nobody is late with a vote before the ballot is opened.</summary>
public sealed class WaitsForMeetingTests
{
    private const string Member = BodyCodes.MobilityCommittee + "-1";

    [Theory]
    [OnEachDatabase]
    public async Task A_vote_waits_for_its_meeting_and_is_due_once_it_is_called(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ballot, vote) = await InviteAsync(city);
        await PassAsync(city);

        var waiting = await city.Do(city[Member], new ListInbox());
        var item = waiting.Items.Single(one => one.Id == vote);
        (item.DueOn, item.Group).ShouldBe((null, InboxGroup.Later), "the member can do nothing");
        waiting.Groups.ShouldBe(new Dictionary<InboxGroup, int> { [InboxGroup.Later] = 1 });
        var today = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime);
        (await city.Do(city[Member], new ListInbox(new() { DueUntil = today.AddYears(1) }))).Items.ShouldBeEmpty();
        (await city.Do(city[Member], new ListInbox(new() { DueFrom = today.AddDays(7) }))).Items.ShouldHaveSingleItem();
        (await city.Do(city[Member], new GetTask(vote))).DueOn.ShouldBeNull();
        (await city.Do(city["clerk"], new ListInbox(new() { DueUntil = today.AddDays(-1) }))).Items.ShouldHaveSingleItem().Kind.ShouldBe(TaskKind.Ballot, "the day is the clerk's to keep");

        await city.Do(city["clerk"], new OpenBallot(ballot));
        var called = (await city.Do(city[Member], new ListInbox())).Items.Single(one => one.Id == vote);
        (called.DueOn, called.Group).ShouldBe((today, InboxGroup.Today));
        (await city.Do(city[Member], new GetTask(vote))).DueOn.ShouldBe(today);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_waits_stands_behind_all_that_has_a_day(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, vote) = await InviteAsync(city);
        await PassAsync(city);
        var circular = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(circular);
        var both = city[Member] with { DeputyFor = [city.MembersOf(BodyCodes.Steering).First().PersonId] };

        var first = await city.Do(both, new ListInbox(Limit: 1));
        first.Items.ShouldHaveSingleItem().ProposalId.ShouldBe(circular);
        (await city.Do(both, new ListInbox(Cursor: first.NextCursor, Limit: 1))).Items.ShouldHaveSingleItem().Id.ShouldBe(vote);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Only_the_clerk_hears_that_a_meeting_is_overdue(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (ballot, vote) = await InviteAsync(city);
        var conduct = (await city.Do(city["clerk"], new ListInbox(new() { Kind = TaskKind.Ballot }))).Items.ShouldHaveSingleItem();
        (await city.Look(db => db.Set<Ballot>().Where(row => row.Id == ballot).Select(row => row.DeadlineAt).SingleAsync())).ShouldBe(BerlinTime.EndOfDay(conduct.DueOn!.Value));

        await PassAsync(city);
        await city.Do(city["clerk"], new OpenBallot(ballot));
        await PassAsync(city);

        var keys = await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template.StartsWith("task.")).Select(mail => mail.Key).ToListAsync());
        keys.ShouldNotContain(key => key.StartsWith($"task:{vote:N}:", StringComparison.Ordinal));
        foreach (var notice in new[] { TaskNotice.Reminder, TaskNotice.Due, TaskNotice.Escalation })
            keys.ShouldContain(key => key.StartsWith($"task:{conduct.Id:N}:{notice}:", StringComparison.Ordinal));
    }

    private static async Task<(Guid Ballot, Guid Vote)> InviteAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        var (ballot, body) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        body.ShouldBe(BodyCodes.MobilityCommittee);
        var member = Assignee.Person(city[Member].PersonId);
        return (ballot, await city.Look(db => db.Set<InboxTask>().Where(task => task.BallotId == ballot && task.Assignee == member && task.Kind == TaskKind.Vote).Select(task => task.Id).SingleAsync()));
    }

    // To well after the day of escalation, the notices of each day sent on it.
    private static async Task PassAsync(TestCity city)
    {
        for (var day = 0; day < 40; day++)
        {
            city.Clock.Advance(TimeSpan.FromDays(1));
            foreach (var task in await city.Do(Actor.System, new DueTaskNotices(1000)))
                await city.Do(Actor.System, new SendTaskNotice(task));
        }
    }
}
