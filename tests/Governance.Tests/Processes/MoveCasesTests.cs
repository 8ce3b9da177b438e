using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Inbox;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>Running cases are moved to another version: previewed, chosen, each with an entry in its history.</summary>
public sealed class MoveCasesTests
{
    private const string Workflow = "project-proposal";
    private const string Reason = "Die Empfehlung heißt jetzt anders.";

    [Theory]
    [OnEachDatabase]
    public async Task Who_waits_where_the_other_version_has_the_same_is_moved_and_goes_on_by_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (early, late) = await TwoCasesAsync(city);
        await PublishAsync(city);

        var preview = await city.Do(city["office"], new PreviewMove(Workflow, 1, 2, null, 50));
        preview.Running.ShouldBe(2);
        preview.Cases.Select(line => line.Number).ShouldBe([(await city.ProposalAsync(early)).Number, (await city.ProposalAsync(late)).Number]);
        preview.Cases[0].Waits.Single().De.ShouldBe("Formale Prüfung");
        preview.Cases[0].Obstacles.ShouldBeEmpty();
        preview.Cases[1].Obstacles.Select(obstacle => (obstacle.ActivityId, obstacle.Problem)).ShouldBe([("recommendation", MoveProblem.Gone)]);

        (await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [.. preview.Cases.Select(line => line.InstanceId)], Reason))).ShouldBe(new CasesMoved(1, 1));

        var record = JsonNode.Parse((await city.Do(city["auditor"], new GetHistory(early))).Single(entry => entry.Action == "case.moved").Facts)!;
        ((int?)record["from"], (int?)record["to"], (string?)record["reason"], (string?)record["waits"]![0]!["De"], (string?)record["tried"]).ShouldBe((1, 2, Reason, "Formale Prüfung", "Same"));
        (await city.Do(city["auditor"], new GetHistory(late))).ShouldNotContain(entry => entry.Action == "case.moved");
        var stayed = JsonNode.Parse((await city.Do(city["auditor"], new GetHistory(late))).Single(entry => entry.Action == "case.not-moved").Facts)!;
        ((string?)stayed["problem"], (string?)stayed["at"], (string?)stayed["type"], (string?)stayed["reason"]).ShouldBe(("Gone", "recommendation", "Governance.RequestDecision", Reason));
        (await city.Do(city["office"], new PreviewMove(Workflow, 1, 2, null, 50))).Cases.ShouldHaveSingleItem().InstanceId.ShouldBe(preview.Cases[1].InstanceId);
        var kept = await RecordAsync(city);
        kept.Cases.Select(one => (one.Tried.Number, one.Result, one.HasMovedOn)).ShouldBe(
            [(preview.Cases[0].Number, MoveResult.Moved, false), (preview.Cases[1].Number, MoveResult.Stayed, false)], ignoreOrder: true);
        var held = kept.Cases.Single(one => one.Result == MoveResult.Stayed).Tried;
        held.Obstacles.ShouldBe(preview.Cases[1].Obstacles);
        held.Opens.Concat(held.Closes).Select(at => at.De).ShouldBe(["Empfehlung", "Empfehlung"]);
        await city.AnswerAsync(early, "formal-check", "office", "Complete");
        await city.AnswerAsync(early, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(early, "recommendation2", "office", "Recommend");
        (await city.BallotAsync(early)).ShouldNotBeNull();
        await city.AnswerAsync(late, "recommendation", "office", "Recommend");
        (await city.BallotAsync(late)).ShouldNotBeNull();
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    /// <summary>The record of a move is what the dry run said of each case: here another period, which the running task does not get.</summary>
    [Theory]
    [OnEachDatabase]
    public async Task What_the_dry_run_says_of_a_case_is_the_record_of_its_move(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json")))!.AsObject();
        definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "formal-check")!["dueIn"]!["expression"]!["value"] = "9wd";
        await city.Do(city["admin"], new PublishDefinition(definition.ToJsonString(), Reason));
        var tried = (await city.Do(city["admin"], new TryDefinition(Workflow, 2, null, 10))).Cases.ShouldHaveSingleItem();
        tried.Deadlines.Count.ShouldBe(1);

        (await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [tried.InstanceId], Reason))).ShouldBe(new CasesMoved(1, 0));

        var record = JsonNode.Parse((await city.Do(city["auditor"], new GetHistory(proposal))).Single(entry => entry.Action == "case.moved").Facts)!;
        ((string?)record["tried"], record["closes"]!.AsArray().Count, record["opens"]!.AsArray().Count).ShouldBe((tried.Verdict.ToString(), tried.Closes.Count, tried.Opens.Count));
        record["differences"]!.AsArray().Select(one => $"{one!["activity"]} {one["change"]} {one["input"]} {one["before"]} {one["after"]}").ShouldBe(["formal-check Input DueIn 5wd 9wd"]);
        record["deadlines"]!.AsArray().Select(one => $"{one!["activity"]!["De"]} {(DateTime)one["is"]!:O} {(DateTime)one["wouldBe"]!:O}").ShouldBe(tried.Deadlines.Select(one => $"{one.Activity.De} {one.Is:O} {one.WouldBe:O}"));

        // The version's history keeps the line of the dry run as it was shown.
        var kept = (await RecordAsync(city)).Cases.ShouldHaveSingleItem();
        (kept.Result, kept.HasMovedOn).ShouldBe((MoveResult.Moved, false));
        JsonSerializer.Serialize(kept.Tried).ShouldBe(JsonSerializer.Serialize(tried));
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_case_that_is_answered_at_the_same_instant_is_moved_before_or_after_and_loses_nothing(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposals = new List<Guid>();
        for (var number = 0; number < 8; number++)
            proposals.Add(await city.SubmitAsync(ProposalWay.Content(50_000 + number)));
        await PublishAsync(city);
        var cases = (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, null, 50))).Cases;

        for (var number = 0; number < proposals.Count; number++)
        {
            var (task, instance) = (await city.TaskAsync(proposals[number], "formal-check"), cases[number].InstanceId);
            await Task.WhenAll(
                Task.Run(() => city.Do(city["office"], new CompleteTask(task, "Complete"))),
                Task.Run(() => city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [instance], Reason))));
        }

        foreach (var proposal in proposals)
            (await city.TaskAsync(proposal, "cover-check")).ShouldNotBe(Guid.Empty);
        (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, null, 50))).Running.ShouldBe(0);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task Each_move_is_listed_with_what_came_of_it_and_cases_that_went_on_meanwhile_are_told_so(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var (_, late) = await TwoCasesAsync(city);
        await PublishAsync(city);
        var lines = (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, null, 50))).Cases;
        (await city.Do(city["admin"], new GetDefinition(Workflow))).Moves.ShouldBeEmpty();

        await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [lines[0].InstanceId], "Zuerst einer."));
        await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [.. lines.Select(line => line.InstanceId)], " Alle.\n"));

        var moves = (await city.Do(city["office"], new GetDefinition(Workflow, 1))).Moves;
        moves.Select(move => (move.From, move.To, move.Moved, move.Stayed)).ShouldBe([(1, 2, 0, 2), (1, 2, 1, 0)]);
        var record = (await city.Do(city["office"], new GetMove(Workflow, moves[0].Id))).Record;
        (record.Reason, record.From, record.To).ShouldBe(("Alle.", 1, 2));
        record.Cases.Select(one => (one.Tried.Number, one.Result, one.HasMovedOn)).ShouldBe(
            [(lines[0].Number, MoveResult.Gone, true), ((await city.ProposalAsync(late)).Number, MoveResult.Stayed, false)], ignoreOrder: true);
        (await city.Send(city["office"], new GetMove("urgent-decision", moves[0].Id))).Error!.Code.ShouldBe("process.not-found");
        (await city.Send(city["office"], new GetMove(Workflow, Guid.NewGuid()))).Error!.Code.ShouldBe("process.not-found");
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    /// <summary>Records are kept for good: one as it was written when there were none yet.</summary>
    [Fact]
    public void A_record_that_was_kept_is_read_as_it_was_meant()
    {
        var record = MoveRecord.Read("""
            {"from":1,"to":2,"reason":"Längere Frist.","cases":[{"result":"Stayed","hasMovedOn":false,"tried":{"instanceId":"0195f0a4-0000-7000-8000-000000000001","number":"2026-0007","version":1,
            "isRunning":true,"verdict":"AnotherWay","differences":[{"activity":{"de":"Prüfung","en":"Check"},"what":{"step":2,"activityId":"check","change":"Input","before":"5wd","after":"9wd","input":"DueIn","isOfTheWay":true}}],
            "closes":[{"de":"Prüfung","en":"Check"}],"opens":[{"de":"Votum","en":"Advice"}],"deadlines":[{"activity":{"de":"Prüfung","en":"Check"},"is":"2026-03-02T22:59:59Z","wouldBe":"2026-03-06T22:59:59Z"}],
            "obstacles":[{"activityId":"check","activityType":"Governance.RequestDecision","problem":"Gone","detail":null}]}}],"moved":0,"stayed":1}
            """);

        (record.From, record.To, record.Reason, record.Moved, record.Stayed).ShouldBe((1, 2, "Längere Frist.", 0, 1));
        var one = record.Cases.ShouldHaveSingleItem();
        (one.Result, one.HasMovedOn, one.Tried.Number, one.Tried.Version, one.Tried.IsRunning, one.Tried.Verdict).ShouldBe((MoveResult.Stayed, false, "2026-0007", 1, true, ReplayVerdict.AnotherWay));
        one.Tried.Differences.ShouldHaveSingleItem().ShouldBe(new(new("Prüfung", "Check"), new(2, "check", ReplayChange.Input, "5wd", "9wd") { Input = "DueIn", IsOfTheWay = true }));
        one.Tried.Closes.ShouldBe([new("Prüfung", "Check")]);
        one.Tried.Opens.ShouldBe([new("Votum", "Advice")]);
        one.Tried.Deadlines.ShouldBe([new(new("Prüfung", "Check"), new(2026, 3, 2, 22, 59, 59, DateTimeKind.Utc), new(2026, 3, 6, 22, 59, 59, DateTimeKind.Utc))]);
        one.Tried.Obstacles.ShouldBe([new("check", "Governance.RequestDecision", MoveProblem.Gone, null)]);
    }

    [Fact]
    public async Task Versions_that_there_are_not_reasons_that_are_missing_and_strangers_are_refused()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var (early, _) = await TwoCasesAsync(city);
        await PublishAsync(city);
        var instance = (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, null, 1))).Cases.ShouldHaveSingleItem();

        (await city.Send(city["admin"], new PreviewMove(Workflow, 1, 9, null, 50))).Error!.Code.ShouldBe("process.not-found");
        (await city.Send(city["admin"], new MoveCases(Workflow, 9, 2, [instance.InstanceId], Reason))).Error!.Code.ShouldBe("process.not-found");
        (await city.Send(city["admin"], new MoveCases(Workflow, 1, 2, [], ""))).Error!.Fields!.Count.ShouldBe(2);
        (await city.Send(city["admin"], new MoveCases(Workflow, 1, 1, [instance.InstanceId], Reason))).Error!.Fields!.Keys.ShouldBe(["to"], Case.Insensitive);
        (await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [Guid.NewGuid(), early], Reason))).ShouldBe(new CasesMoved(0, 2));
        (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, instance.Sequence, 50))).Cases.Count.ShouldBe(1);
    }

    private static async Task<MoveRecord> RecordAsync(TestCity city) =>
        (await city.Do(city["auditor"], new GetMove(Workflow, (await city.Do(city["auditor"], new GetDefinition(Workflow))).Moves[0].Id))).Record;

    // The same workflow with another id for one of its steps.
    private static async Task PublishAsync(TestCity city) => await city.Do(city["admin"], new PublishDefinition(
        (await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"))).Replace("\"recommendation\"", "\"recommendation2\"", StringComparison.Ordinal), Reason));

    private static async Task<(Guid Early, Guid Late)> TwoCasesAsync(TestCity city)
    {
        var (early, late) = (await city.SubmitAsync(ProposalWay.Content(50_000)), await city.SubmitAsync(ProposalWay.Content(50_001)));
        await city.AnswerAsync(late, "formal-check", "office", "Complete");
        await city.AnswerAsync(late, "cover-check", "treasurer", "Confirmed");
        return (early, late);
    }
}
