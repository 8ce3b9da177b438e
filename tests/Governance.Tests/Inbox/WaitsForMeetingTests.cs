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
        var planned = (await city.Do(city[Member], new ListInbox())).Items.Single(item => item.Id == vote);
        (planned.WaitsForMeeting, planned.Group).ShouldBe((true, InboxGroup.Later));

        await PassAsync(city, planned.DueOn);
        var past = await city.Do(city[Member], new ListInbox());
        past.Items.Single(item => item.Id == vote).Group.ShouldBe(InboxGroup.Later, "the member can do nothing");
        past.Groups.ContainsKey(InboxGroup.Overdue).ShouldBeFalse();
        past.Groups[InboxGroup.Later].ShouldBe(1);
        var yesterday = BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        (await city.Do(city[Member], new ListInbox(new() { DueUntil = yesterday }))).Items.ShouldBeEmpty();
        (await city.Do(city[Member], new GetTask(vote))).WaitsForMeeting.ShouldBeTrue();
        var conduct = await city.Do(city["clerk"], new ListInbox(new() { DueUntil = yesterday }));
        conduct.Items.ShouldHaveSingleItem().Kind.ShouldBe(TaskKind.Ballot, "chair or clerk must open it");

        await city.Do(city["clerk"], new OpenBallot(ballot));
        var called = (await city.Do(city[Member], new ListInbox())).Items.Single(item => item.Id == vote);
        (called.WaitsForMeeting, called.Group).ShouldBe((false, InboxGroup.Today));
        (await city.Do(city[Member], new GetTask(vote))).WaitsForMeeting.ShouldBeFalse();
        (await city.Do(Actor.System, new DueTaskNotices(1000))).ShouldNotContain(vote);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Only_chair_and_clerk_hear_that_a_meeting_is_overdue(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, vote) = await InviteAsync(city);
        var planned = (await city.Do(city[Member], new ListInbox())).Items.Single(item => item.Id == vote).DueOn;
        var conduct = (await city.Do(city["clerk"], new ListInbox(new() { Kind = TaskKind.Ballot }))).Items.ShouldHaveSingleItem().Id;

        await PassAsync(city, planned);
        (await city.Do(Actor.System, new DueTaskNotices(1000))).ShouldBeEmpty("each has had its turn");
        var keys = await city.Look(db => db.Set<OutgoingMail>().Where(mail => mail.Template.StartsWith("task.")).Select(mail => mail.Key).ToListAsync());
        keys.Where(key => key.StartsWith($"task:{vote:N}:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(":Reminder:", Case.Sensitive, "three working days before, to read the paper");
        foreach (var notice in new[] { TaskNotice.Reminder, TaskNotice.Due, TaskNotice.Escalation })
            keys.ShouldContain(key => key.StartsWith($"task:{conduct:N}:{notice}:", StringComparison.Ordinal));
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
    private static async Task PassAsync(TestCity city, DateOnly planned)
    {
        while (BerlinTime.DayOf(city.Clock.GetUtcNow().UtcDateTime) < planned.AddDays(10))
        {
            city.Clock.Advance(TimeSpan.FromDays(1));
            foreach (var task in await city.Do(Actor.System, new DueTaskNotices(1000)))
                await city.Do(Actor.System, new SendTaskNotice(task));
        }
    }
}
