using System.Net;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Resilience.Tests;

/// <summary>Two nodes are asked for the same thing at the same instant. It happens once, and everybody is told what happened.</summary>
public sealed class TwoNodesTests(TwoNodes nodes, ITestOutputHelper output) : IClassFixture<TwoNodes>
{
    private const string Formal = "formal-check";

    private TestCity City => nodes.City;

    [Fact]
    public async Task Of_two_different_answers_to_one_task_exactly_one_wins_and_the_other_is_told()
    {
        var tasks = await TwoNodes.ManyAsync(Effort.Races, async number => await City.TaskAsync(await City.SubmitAsync(Content(number)), Formal));
        var (first, second) = (await nodes.CallAsync(0, "office"), await nodes.CallAsync(1, "office2"));
        var firstWon = new HashSet<Guid>();
        foreach (var task in tasks)
        {
            var path = $"/api/v1/tasks/{task}/complete";
            var answers = await Race.BothAsync(
                () => TwoNodes.PostAsync(first, path, new JsonObject { ["outcome"] = "Complete", ["comment"] = "Vollständig." }),
                () => TwoNodes.PostAsync(second, path, new JsonObject { ["outcome"] = "Reject", ["comment"] = "Unzulässig." }));
            answers.Order().ShouldBe([(HttpStatusCode.NoContent, ""), (HttpStatusCode.Conflict, "task.already-completed")]);
            if (answers[0].Status == HttpStatusCode.NoContent)
                firstWon.Add(task);
        }

        var rows = await City.Look(db => db.Set<InboxTask>().Where(task => tasks.Contains(task.Id))
            .Join(db.Set<Proposal>(), task => task.ProposalId, proposal => proposal.Id, (task, proposal) => new
            {
                task.Id,
                Said = task.Outcome + " " + task.Comment,
                proposal.Stage,
                Steps = db.Set<JournalStep>().Count(step => step.InstanceId == task.InstanceId),
                Recorded = db.Set<AuditEntry>().Count(entry => entry.SubjectId == proposal.Id && entry.Action == "task.completed"),
            }).ToListAsync());
        rows.Count.ShouldBe(Effort.Races);
        foreach (var row in rows)
            (row.Said, row.Stage, row.Steps, row.Recorded).ShouldBe(
                firstWon.Contains(row.Id) ? ("Complete Vollständig.", ProposalStage.Opinions, 2, 1) : ("Reject Unzulässig.", ProposalStage.Rejected, 2, 1));
        await nodes.CheckAsync();
        output.WriteLine($"{Effort.Races} tasks answered at both nodes at once: the first node won {firstWon.Count}, the second {Effort.Races - firstWon.Count}");
    }

    [Fact]
    public async Task A_draft_submitted_at_both_nodes_is_submitted_once()
    {
        var drafts = await TwoNodes.ManyAsync(Effort.Races, number => City.Do(City["owner"], new CreateDraft(Content(number))));
        var (first, second) = (await nodes.CallAsync(0, "owner"), await nodes.CallAsync(1, "owner"));
        foreach (var path in drafts.Select(draft => $"/api/v1/proposals/{draft}/submit"))
        {
            var answers = await Race.BothAsync(() => TwoNodes.PostAsync(first, path), () => TwoNodes.PostAsync(second, path));
            answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
            answers.Single(answer => answer.Status == HttpStatusCode.Conflict).Said.ShouldBe("proposal.already-submitted");
        }

        await SubmittedOnceAsync(drafts);
    }

    [Fact]
    public async Task A_submission_repeated_at_the_other_node_under_its_key_gets_the_same_number()
    {
        var drafts = await TwoNodes.ManyAsync(Effort.Races, number => City.Do(City["owner"], new CreateDraft(Content(number))));
        var (first, second) = (await nodes.CallAsync(0, "owner"), await nodes.CallAsync(1, "owner"));
        foreach (var draft in drafts)
        {
            var path = $"/api/v1/proposals/{draft}/submit";
            var answers = await Race.BothAsync(() => TwoNodes.PostAsync(first, path, key: $"submit-{draft}"), () => TwoNodes.PostAsync(second, path, key: $"submit-{draft}"));
            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK, answers[0].Said + answers[1].Said);
            answers[0].Said.ShouldBe(answers[1].Said);
        }

        await SubmittedOnceAsync(drafts);
    }

    [Fact]
    public async Task The_last_two_votes_of_a_circular_ballot_close_it_once()
    {
        var members = Enumerable.Range(1, 3).Select(seat => $"{BodyCodes.Steering}-{seat}").ToList();
        var ballots = await TwoNodes.ManyAsync(Effort.Races, async number =>
        {
            var proposal = await City.SubmitAsync(Content(number));
            await City.RecommendAsync(proposal);
            var ballot = (await City.BallotAsync(proposal)).ShouldNotBeNull().Id;
            await City.Do(City[members[0]], new CastVote(ballot, VoteChoice.Yes));
            return ballot;
        });
        var (first, second) = (await nodes.CallAsync(0, members[1]), await nodes.CallAsync(1, members[2]));
        foreach (var path in ballots.Select(ballot => $"/api/v1/ballots/{ballot}/votes"))
            (await Race.BothAsync(
                () => TwoNodes.PostAsync(first, path, new JsonObject { ["choice"] = "yes" }),
                () => TwoNodes.PostAsync(second, path, new JsonObject { ["choice"] = "no" }))).ShouldAllBe(answer => answer.Status == HttpStatusCode.NoContent);

        // Formal check, cover and recommendation resumed the case before, and submitting began it: the ballot is the fifth step.
        var rows = await City.Look(db => db.Set<Ballot>().Where(ballot => ballots.Contains(ballot.Id)).Select(ballot => new
        {
            ballot.Outcome,
            ballot.Yes,
            ballot.No,
            Steps = db.Set<JournalStep>().Count(step => step.InstanceId == ballot.InstanceId),
            Recorded = db.Set<AuditEntry>().Count(entry => entry.SubjectId == ballot.ProposalId && entry.Action == "ballot.closed"),
        }).ToListAsync());
        rows.Count.ShouldBe(Effort.Races);
        rows.ShouldAllBe(row => row.Outcome == nameof(DecisionOutcome.AdoptedByMajority) && row.Yes == 2 && row.No == 1 && row.Steps == 5 && row.Recorded == 1);
        await nodes.CheckAsync();
        output.WriteLine($"{Effort.Races} ballots got their last two votes at both nodes at once and were closed once each");
    }

    private async Task SubmittedOnceAsync(IReadOnlyList<Guid> drafts)
    {
        var rows = await City.Look(db => db.Set<Proposal>().Where(proposal => drafts.Contains(proposal.Id)).Select(proposal => new
        {
            proposal.Number,
            Versions = db.Set<ProposalVersion>().Count(version => version.ProposalId == proposal.Id),
            Cases = db.Set<ProcessInstance>().Count(instance => instance.SubjectId == proposal.Id),
            Recorded = db.Set<AuditEntry>().Count(entry => entry.SubjectId == proposal.Id && entry.Action == "proposal.submitted"),
        }).ToListAsync());
        rows.ShouldAllBe(row => row.Versions == 1 && row.Cases == 1 && row.Recorded == 1);
        rows.Select(row => row.Number).Distinct(StringComparer.Ordinal).Count().ShouldBe(Effort.Races);
        await nodes.CheckAsync();
        output.WriteLine($"{Effort.Races} drafts were submitted at both nodes at once, and once each");
    }

    // From 25,000 to 100,000 euro the steering group decides.
    private static ProposalContent Content(int number) => ProposalWay.Content(26_000 + number);
}
