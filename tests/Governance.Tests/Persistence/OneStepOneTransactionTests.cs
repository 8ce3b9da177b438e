using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Objections;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Processes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Persistence;

/// <summary>A fault before and after every single step that reaches the database leaves either the whole command or nothing
/// (elsa-core#7726, #5961).</summary>
public sealed class OneStepOneTransactionTests
{
    [Theory]
    [OnEachDatabase]
    public Task Submitting_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(50_000)));
        return (city["owner"], new SubmitProposal(id, 0), async () => (await city.ProposalAsync(id)).Stage == ProposalStage.FormalCheck);
    });

    [Theory]
    [OnEachDatabase]
    public Task Elsa7726_completing_a_task_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        var task = await city.TaskAsync(id, "cover-check");
        return (city["treasurer"], new CompleteTask(task, "Confirmed"), async () => (await city.Send(city["treasurer"], new CompleteTask(task, "Confirmed"))).Error?.Code == "task.already-completed");
    });

    [Theory]
    [OnEachDatabase]
    public Task Voting_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(id);
        var (ballot, body) = (await city.BallotAsync(id)).ShouldNotBeNull();
        var member = city.MembersOf(body).First();
        return (member, new CastVote(ballot, VoteChoice.Yes), async () => (await city.Send(member, new CastVote(ballot, VoteChoice.No))).Error?.Code == "ballot.already-voted");
    });

    [Theory]
    [OnEachDatabase]
    public Task The_last_vote_with_what_follows_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(id);
        var (ballot, body) = (await city.BallotAsync(id)).ShouldNotBeNull();
        var members = city.MembersOf(body).ToList();
        foreach (var member in members.Skip(1))
            await city.Do(member, new CastVote(ballot, VoteChoice.Yes));
        return (members[0], new CastVote(ballot, VoteChoice.Yes), async () => (await city.ProposalAsync(id)).Stage == ProposalStage.Adopted);
    });

    [Theory]
    [OnEachDatabase]
    public Task An_objection_with_what_follows_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync<ObjectionEffect>(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(id);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        return (city["mayor"], new ObjectToDecision(id, ObjectionKind.CommitteeObjection, "Grund"), async () => (await city.BallotAsync(id))?.Body == "council");
    });

    [Theory]
    [OnEachDatabase]
    public Task Telling_a_case_that_the_workflow_has_ended_for_which_it_waits_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        await city.PublishAsync(TestFlows.Sequence("child", TestFlows.Event("go")));
        await city.PublishAsync(TestFlows.Sequence("parent", TestFlows.Activity("Elsa.DispatchWorkflow", "start", ("workflowDefinitionId", "child"), ("waitForCompletion", true)), TestFlows.Event("later")));
        var parent = await city.StartCaseAsync("parent");
        await city.DeliverAsync();
        await city.SendEventAsync((await city.CasesAsync("child"))[0].Id, "go");
        var message = (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem();
        return (Actor.System, message, () => city.Look(db => db.Set<Bookmark>().AnyAsync(row => row.InstanceId == parent && row.ActivityId == "later")));
    });

    [Theory]
    [OnEachDatabase]
    public Task Starting_a_workflow_for_another_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        await city.PublishAsync(TestFlows.Sequence("child", TestFlows.Event("go")));
        await city.PublishAsync(TestFlows.Sequence("parent", TestFlows.Activity("Elsa.DispatchWorkflow", "start", ("workflowDefinitionId", "child"))));
        await city.StartCaseAsync("parent");
        var message = (await city.Do(Actor.System, new DueCaseMessages(10))).ShouldHaveSingleItem();
        return (Actor.System, message, async () => (await city.CasesAsync("child")).Count == 1);
    });

    [Theory]
    [OnEachDatabase]
    public Task Beginning_a_case_whose_time_has_come_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        await city.PublishAsync(TestFlows.Sequence("hourly", TestFlows.CanStart(TestFlows.Activity("Elsa.Timer", "every", ("interval", "01:00:00"))), TestFlows.Event("go")));
        city.Clock.Advance(TimeSpan.FromHours(1));
        var due = (await city.Do(Actor.System, new DueTriggers(10))).ShouldHaveSingleItem();
        return (Actor.System, due, async () => (await city.CasesAsync("hourly")).Count == 1 && (await city.Do(Actor.System, new DueTriggers(10))).Count == 0);
    });

    [Theory]
    [OnEachDatabase]
    public Task Beginning_a_case_about_a_proposal_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync<Guid>(provider, async city =>
    {
        await city.PublishAsync(await BeginCaseTests.OursAsync("circular-resolution"));
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        var begin = new BeginCase(id, "circular-resolution", new Dictionary<string, string?>(StringComparer.Ordinal) { ["body"] = BodyCodes.Steering }, Guid.CreateVersion7());
        return (city["office"], begin, async () => (await city.BallotAsync(id))?.Body == BodyCodes.Steering && (await city.CasesAsync("circular-resolution")).Count == 1);
    });

    [Theory]
    [OnEachDatabase]
    public Task Bringing_the_answer_of_another_system_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        await city.PublishAsync(TestFlows.Sequence("asking", TestFlows.Activity("Elsa.SendHttpRequest", "ask", ("url", TestCity.OtherSystem)), TestFlows.Event("later")));
        var asking = await city.StartCaseAsync("asking");
        var request = (await city.Do(Actor.System, new DueRequests(10))).ShouldHaveSingleItem();
        await city.Do(Actor.System, new ClaimRequest(request));
        return (Actor.System, new AnswerRequest(request, [], null), () => city.Look(db => db.Set<Bookmark>().AnyAsync(row => row.InstanceId == asking && row.ActivityId == "later")));
    });

    [Theory]
    [OnEachDatabase]
    public Task A_notice_with_its_mails_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(50_000));
        var task = await city.TaskAsync(id, "formal-check");
        city.Clock.Advance(TimeSpan.FromDays(60));
        return (Actor.System, new SendTaskNotice(task), () => city.Look(db => db.Set<OutgoingMail>().AnyAsync(mail => mail.Template == "task.reminder")));
    });

    [Theory]
    [OnEachDatabase]
    public Task Opening_a_ballot_whose_members_have_changed_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(id);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        var (ballot, body) = (await city.BallotAsync(id)).ShouldNotBeNull();
        var (list, last) = (await city.Do(city["clerk"], new ListSeats(body)), new DateOnly(2026, 1, 1));
        var seat = list.Seats.Single(row => row.Person == body + "-3");
        await city.Do(city["clerk"], new ChangeSeat(body, seat.Id, seat.Kind, seat.Function, "", null, seat.From, last, list.Version));
        await city.Do(city["clerk"], new AddSeat(body, city["owner2"].PersonId, SeatKind.CouncilMember, SeatFunction.Member, "", null, last.AddDays(1), null));
        return (city["clerk"], new OpenBallot(ballot), async () => (await city.Do(city["clerk"], new GetBallot(ballot))).Turnout.Any(member => member.Name == "owner2"));
    });

    [Theory]
    [OnEachDatabase]
    public Task Closing_a_ballot_is_whole_or_nothing(Provider provider) => WholeOrNothingAsync(provider, async city =>
    {
        var id = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(id);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        var (ballot, body) = (await city.BallotAsync(id)).ShouldNotBeNull();
        await city.Do(city["clerk"], new OpenBallot(ballot));
        foreach (var member in city.MembersOf(body))
            await city.Do(member, new CastVote(ballot, VoteChoice.Yes));
        return (city["clerk"], new CloseBallot(ballot), async () => (await city.ProposalAsync(id)).Stage == ProposalStage.Adopted);
    });

    private static async Task WholeOrNothingAsync(Provider provider, Func<TestCity, Task<(Actor Actor, IRequest<Result<Done>> Command, Func<Task<bool>> IsDone)>> arrange) =>
        await WholeOrNothingAsync<Done>(provider, arrange);

    private static async Task WholeOrNothingAsync(Provider provider, Func<TestCity, Task<(Actor Actor, SubmitProposal Command, Func<Task<bool>> IsDone)>> arrange) =>
        await WholeOrNothingAsync<string>(provider, async city =>
        {
            var (actor, command, isDone) = await arrange(city);
            return (actor, command, isDone);
        });

    private static async Task WholeOrNothingAsync<T>(Provider provider, Func<TestCity, Task<(Actor Actor, IRequest<Result<T>> Command, Func<Task<bool>> IsDone)>> arrange)
    {
        var plan = new FaultPlan();
        await using var city = await TestCity.FoundAsync(provider, plan.Interceptors);
        var (actor, command, isDone) = await arrange(city);
        var before = await city.Look(Fingerprint.OfAsync);
        var faults = 0;
        for (var step = 1; ; step++)
        {
            foreach (var after in new[] { false, true })
            {
                plan.Arm(step, after);
                var failed = await FailsAsync(city, actor, command);
                plan.Disarm();
                plan.Thrown.ShouldBe(failed, plan.Where);
                if (await city.Look(Fingerprint.OfAsync) == before)
                {
                    failed.ShouldBeTrue("the command said it was done and wrote nothing");
                    faults++;
                    continue;
                }

                // Only a fault after the commit may find the step done, and then it is done as a whole.
                if (failed)
                    plan.Where.ShouldMatch("^after step [0-9]+: COMMIT$");
                (await isDone()).ShouldBeTrue(plan.Where);
                faults.ShouldBeGreaterThan(10);
                return;
            }
        }
    }

    private static async Task<bool> FailsAsync<T>(TestCity city, Actor actor, IRequest<Result<T>> command)
    {
        try
        {
            (await city.Send(actor, command)).Error.ShouldBeNull();
            return false;
        }
        catch (Exception fault) when (fault.GetBaseException() is InjectedFaultException)
        {
            return true;
        }
    }
}
