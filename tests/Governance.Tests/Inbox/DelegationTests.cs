using Governance.Audit;
using Governance.Inbox;
using Governance.Notifications;
using Governance.People;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Inbox;

/// <summary>Who may hand on what to whom, and that a handing on ends.</summary>
public sealed class DelegationTests
{
    private const string Why = "Ich bin im Urlaub.";

    [Theory]
    [OnEachDatabase]
    public async Task A_roles_task_goes_to_another_holder_and_both_see_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.AppointAsync("owner2", Role.Office);
        var colleague = await city.TodayAsync("owner2");
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        var task = await city.TaskAsync(proposal, "formal-check");
        (await city.Do(city["office"], new ListTaskReceivers(task))).Select(one => one.Name).ShouldBe(["owner2"]);

        await city.Do(city["office"], new DelegateTask(task, colleague.PersonId, " " + Why + " "));

        (await city.Do(city["office"], new ListInbox())).Items.ShouldBeEmpty();
        (await city.Do(city["office"], new ListDelegatedTasks())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Id.ShouldBe(task), one => one.To.ShouldBe("owner2"));
        (await city.Do(city["office"], new GetTask(task))).ShouldSatisfyAllConditions(one => one.IsMine.ShouldBeFalse(), one => one.Delegation!.Reason.ShouldBe(Why), one => one.Delegation!.To.ShouldBe("owner2"));
        (await city.Do(colleague, new GetTask(task))).ShouldSatisfyAllConditions(one => one.IsMine.ShouldBeTrue(), one => one.Delegation!.By.ShouldBe("office"));
        (await city.Send(city["office"], new CompleteTask(task, "Complete"))).Error!.Code.ShouldBe("access.forbidden");
        var mail = await city.Look(db => db.Set<OutgoingMail>().SingleAsync(row => row.Template == "task.delegated"));
        (mail.PersonId, mail.Facts.Contains(Why, StringComparison.Ordinal)).ShouldBe((colleague.PersonId, true));
        (await city.Look(db => db.Set<AuditEntry>().Where(row => row.SubjectId == proposal && row.Action == "task.delegated").Select(row => row.Facts).SingleAsync())).ShouldContain(Why);

        await city.Do(colleague, new CompleteTask(task, "Complete"));
        (await city.Do(city["office"], new ListDelegatedTasks())).ShouldBeEmpty("it is done");
    }

    [Theory]
    [OnEachDatabase]
    public async Task It_is_taken_back_while_open_and_the_receiver_is_told(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.AppointAsync("owner2", Role.Office);
        var colleague = await city.TodayAsync("owner2");
        var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(20_000)), "formal-check");
        await city.Do(city["office"], new DelegateTask(task, colleague.PersonId, Why));

        await city.Do(city["office"], new TakeBackTask(task));

        (await city.Do(city["office"], new ListInbox())).Items.ShouldHaveSingleItem();
        (await city.Look(db => db.Set<OutgoingMail>().SingleAsync(row => row.Template == "task.taken-back"))).PersonId.ShouldBe(colleague.PersonId);
        (await city.Send(city["office"], new TakeBackTask(task))).Error!.Code.ShouldBe("task.already-taken-back");

        await city.Do(city["office"], new DelegateTask(task, colleague.PersonId, Why));
        await city.Do(colleague, new TakeBackTask(task));
        (await city.Look(db => db.Set<OutgoingMail>().SingleAsync(row => row.Template == "task.given-back"))).PersonId.ShouldBe(city["office"].PersonId);
        await city.Do(city["office"], new CompleteTask(task, "Complete"));
        (await city.Send(city["office"], new TakeBackTask(task))).Error!.Code.ShouldBe("task.already-completed");
        (await city.Send(city["office"], new DelegateTask(task, colleague.PersonId, Why))).Error!.Code.ShouldBe("task.already-completed");
    }

    [Fact]
    public async Task The_treasurers_opinion_stays_with_holders_of_the_role()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(20_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        var task = await city.TaskAsync(proposal, "cover-check");
        await NotToAsync(city, "treasurer", task, "office", "task.receiver-not-entitled");
        await NotToAsync(city, "treasurer", task, "treasurer", "task.receiver-not-entitled");

        await city.AppointAsync("owner2", Role.Treasurer);
        await city.Do(city["treasurer"], new DelegateTask(task, city["owner2"].PersonId, Why));
        var deputy = city["clerk"] with { DeputyFor = [city["owner2"].PersonId] };
        (await city.Send(deputy, new CompleteTask(task, "Confirmed"))).Error!.Code.ShouldBe("access.forbidden", "a deputy is no treasurer");
        (await city.Send(city["owner2"], new CompleteTask(task, "Confirmed"))).Error!.Code.ShouldBe("access.forbidden", "who no longer holds the role no longer has its task");
        (await city.Send(await city.TodayAsync("owner2"), new DelegateTask(task, city["treasurer"].PersonId, Why))).Error!.Code.ShouldBe("task.already-delegated", "it does not wander");
        await city.Do(await city.TodayAsync("owner2"), new CompleteTask(task, "Confirmed"));
    }

    [Fact]
    public async Task A_persons_charge_goes_to_the_deputy_or_to_somebody_alike_who_sees_the_case()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(5_000));
        await city.RecommendAsync(proposal);
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        await city.PassObjectionPeriodAsync();
        var task = await city.TaskAsync(proposal, "execution");
        await NotToAsync(city, "owner", task, "owner2", "task.receiver-without-access");
        await NotToAsync(city, "owner", task, "office", "task.receiver-not-entitled");
        (await city.Do(city["owner"], new ListTaskReceivers(task))).ShouldBeEmpty();

        await city.AppointAsync("mayor", Role.ProjectOwner);
        (await city.Do(city["owner"], new ListTaskReceivers(task))).Select(one => one.Name).ShouldBe(["mayor"], "alike, and the mayor sees every case");
        await city.Do(city["owner"], new AppointDeputy(city["owner"].PersonId, city["owner2"].PersonId, new(2026, 12, 3), new(2026, 12, 4)));
        (await city.Do(city["owner"], new ListTaskReceivers(task))).Select(one => one.Name).ShouldBe(["mayor", "owner2"]);
        await city.Do(city["owner"], new DelegateTask(task, city["owner2"].PersonId, Why));

        var data = new Dictionary<string, string?>(StringComparer.Ordinal) { ["carriedOutBy"] = "Tiefbauamt", ["doneBy"] = "2027-06-30" };
        await city.Do(city["owner2"], new CompleteTask(task, "Begun", Data: data));
    }

    [Fact]
    public async Task Votes_ballots_and_corrections_stay_where_they_are()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.AppointAsync("owner2", Role.Clerk);
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await RefusedKindAsync(TaskKind.Vote, "steering-1");
        foreach (var member in city.MembersOf("steering"))
            await city.Do(member, new Governance.Ballots.CastVote((await city.BallotAsync(proposal)).ShouldNotBeNull().Id, Governance.Ballots.VoteChoice.Yes));
        await RefusedKindAsync(TaskKind.Ballot, "clerk");
        var returned = await city.SubmitAsync(ProposalWay.Content(3_000));
        await city.AnswerAsync(returned, "formal-check", "office", "Return", "Unvollständig.");
        await RefusedKindAsync(TaskKind.Correction, "owner");

        async Task RefusedKindAsync(TaskKind kind, string who)
        {
            var task = (await city.Do(city[who], new ListInbox(new() { Kind = kind }))).Items[0].Id;
            (await city.Send(city[who], new DelegateTask(task, city["owner2"].PersonId, Why))).Error!.Code.ShouldBe("task.not-delegable", kind.ToString());
            (await city.Do(city[who], new ListTaskReceivers(task))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_reason_and_somebody_are_asked_for()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(20_000)), "formal-check");
        var error = (await city.Send(city["office"], new DelegateTask(task, Guid.Empty, " "))).Error!;
        error.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe(["Reason", "To"]);
        (await city.Send(city["office"], new DelegateTask(task, Guid.NewGuid(), new string('x', 1001)))).Error!.Fields["Reason"][0].Code.ShouldBe("input.too-long");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Completing_and_handing_on_at_the_same_instant_are_never_both(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await city.AppointAsync("owner2", Role.Office);
        for (var round = 0; round < 5; round++)
        {
            var task = await city.TaskAsync(await city.SubmitAsync(ProposalWay.Content(20_000 + round)), "formal-check");
            var answers = await Race.BothAsync(
                () => city.Send(city["office"], new CompleteTask(task, "Complete")),
                () => city.Send(city["office"], new DelegateTask(task, city["owner2"].PersonId, Why)));
            answers.Count(answer => answer.IsSuccess).ShouldBe(1);
            new[] { "task.already-completed", "task.already-delegated", "access.forbidden" }.ShouldContain(answers.Single(answer => !answer.IsSuccess).Error!.Code);
        }
    }

    private static async Task NotToAsync(TestCity city, string who, Guid task, string to, string code) =>
        (await city.Send(city[who], new DelegateTask(task, city[to].PersonId, Why))).Error!.Fields["To"].ShouldHaveSingleItem().Code.ShouldBe(code);
}
