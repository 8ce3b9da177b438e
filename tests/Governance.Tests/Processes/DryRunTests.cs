using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.Ballots;
using Governance.Funding;
using Governance.Inbox;
using Governance.Notifications;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>A change is tried on real cases before it is published: what would have been otherwise, and where running ones would stand.</summary>
public sealed class DryRunTests
{
    private const string Workflow = "project-proposal";

    private static readonly string Text = File.ReadAllText(Repository.File("workflows/project-proposal.json"));

    [Theory]
    [OnEachDatabase]
    public async Task The_same_text_leads_every_case_the_same_way_and_nothing_is_written(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        await CasesAsync(city);
        await city.Do(city["admin"], new SaveDefinitionDraft(Text + " ", "Nur ein Leerzeichen.", null));
        var before = await CountsAsync(city);

        var run = await city.Do(city["office"], new TryDefinition(Workflow, null, null, 100));

        (run.All, run.Cases.Count, run.Next).ShouldBe((4, 4, null));
        run.Cases.ShouldAllBe(one => one.Verdict == ReplayVerdict.Same && one.Differences.Count == 0 && one.Opens.Count + one.Closes.Count + one.Deadlines.Count + one.Obstacles.Count == 0);
        run.Cases.Count(one => one.IsRunning).ShouldBe(3);
        (await CountsAsync(city)).ShouldBe(before);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Longer_periods_leave_the_way_and_move_the_deadlines_of_what_waits(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var cases = await CasesAsync(city);
        await TryAsync(city, definition => Activity(definition, "formal-check")["dueIn"]!["expression"]!["value"] = "9wd");
        var due = await city.Look(db => db.Set<InboxTask>().Where(task => task.ProposalId == cases.Formal).Select(task => task.DueAt).FirstAsync());
        var before = await CountsAsync(city);

        var run = await city.Do(city["admin"], new TryDefinition(Workflow, null, null, 100));

        run.Cases.ShouldAllBe(one => one.Verdict == ReplayVerdict.OtherDetails);
        var waiting = run.Cases.Single(one => one.Deadlines.Count > 0);
        waiting.Number.ShouldBe((await city.ProposalAsync(cases.Formal)).Number);
        var deadline = waiting.Deadlines.ShouldHaveSingleItem();
        (deadline.Activity.De, deadline.Is).ShouldBe(("Formale Prüfung", due));
        deadline.WouldBe.ShouldBeGreaterThan(due);
        waiting.Differences.ShouldHaveSingleItem().What.Input.ShouldBe("DueIn");
        (await CountsAsync(city)).ShouldBe(before);
    }

    /// <summary>Asked otherwise the first time and alike the second: what waits now is due as it was.</summary>
    [Fact]
    public async Task Of_a_question_that_was_asked_twice_the_last_time_counts()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(proposal, "formal-check", "office", "Return", "Bitte die Angebote beilegen.");
        await city.Do(city["owner"], new SubmitProposal(proposal, null));
        await TryAsync(city, definition => Activity(definition, "formal-check")["dueIn"]!["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "getOutputFrom('correction', 'Outcome') ? '5wd' : '9wd'" });

        var tried = (await city.Do(city["admin"], new TryDefinition(Workflow, null, null, 10))).Cases.ShouldHaveSingleItem();

        tried.Verdict.ShouldBe(ReplayVerdict.OtherDetails);
        tried.Differences.ShouldHaveSingleItem().What.After.ShouldBe("9wd");
        tried.Deadlines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_is_new_is_told_with_where_cases_would_stand()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var cases = await CasesAsync(city);

        // The security officer is asked before the recommendation.
        await TryAsync(city, definition =>
        {
            var asked = (JsonObject)Activity(definition, "data-protection").DeepClone();
            (asked["id"], asked["nodeId"], asked["customProperties"]!["label"]) = ("security", "security", new JsonObject { ["de"] = "Informationssicherheit", ["en"] = "Information security" });
            asked["assignee"]!["expression"]!["value"] = "SecurityOfficer";
            definition["root"]!["activities"]!.AsArray().Add(asked);
            Connection(definition, "all-opinions", "is-covered")["target"]!["activity"] = "security";
            foreach (var answer in new[] { "NoConcerns", "Conditions", "Concerns" })
                definition["root"]!["connections"]!.AsArray().Add(new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = "security", ["port"] = answer }, ["target"] = new JsonObject { ["activity"] = "is-covered", ["port"] = "In" },
                });
        });

        var run = await city.Do(city["admin"], new TryDefinition(Workflow, null, null, 100));

        var lines = run.Cases.ToDictionary(one => one.Number!);
        lines[(await city.ProposalAsync(cases.Formal)).Number!].Verdict.ShouldBe(ReplayVerdict.Same);
        var recommended = lines[(await city.ProposalAsync(cases.Recommendation)).Number!];
        recommended.Verdict.ShouldBe(ReplayVerdict.AnotherWay);
        recommended.Opens.Select(at => at.De).ShouldBe(["Informationssicherheit"]);
        recommended.Closes.Select(at => at.De).ShouldBe(["Empfehlung"]);
        recommended.Obstacles.ShouldBeEmpty();
        recommended.Differences.Select(one => (one.What.ActivityId, one.What.Change)).ShouldBe([("recommendation", ReplayChange.Removed), ("security", ReplayChange.Added)]);
        lines[(await city.ProposalAsync(cases.Rejected)).Number!].Differences.ShouldBeEmpty();
        run.Cases.Take(2).ShouldAllBe(one => one.Verdict == ReplayVerdict.AnotherWay);
    }

    [Fact]
    public async Task What_is_gone_is_told_with_why_a_case_cannot_be_moved()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var cases = await CasesAsync(city);
        await city.Do(city["admin"], new SaveDefinitionDraft(Text.Replace("\"recommendation\"", "\"recommendation2\"", StringComparison.Ordinal), "Umbenannt.", null));

        var run = await city.Do(city["admin"], new TryDefinition(Workflow, null, null, 100));

        var number = (await city.ProposalAsync(cases.Recommendation)).Number;
        run.Cases.Single(one => one.Number == number).Obstacles.Select(obstacle => (obstacle.ActivityId, obstacle.Problem)).ShouldBe([("recommendation", MoveProblem.Gone)]);
    }

    [Fact]
    public async Task Published_versions_are_tried_like_drafts_and_pages_follow_one_another()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await CasesAsync(city);

        var first = await city.Do(city["auditor"], new TryDefinition(Workflow, 1, null, 3));
        var second = await city.Do(city["auditor"], new TryDefinition(Workflow, 1, first.Next, 3));

        (first.Cases.Count, second.Cases.Count, second.Next).ShouldBe((3, 1, null));
        first.Cases.Concat(second.Cases).Select(one => one.Number).Distinct().Count().ShouldBe(4);
        first.Cases.ShouldAllBe(one => one.Verdict == ReplayVerdict.Same);
    }

    [Fact]
    public async Task A_case_whose_journal_was_falsified_is_told_apart()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.Look(db => db.Database.ExecuteSqlRawAsync("""UPDATE "JournalSteps" SET "Entries" = REPLACE("Entries", 'HostAnswered', 'Started')"""));

        (await city.Do(city["admin"], new TryDefinition(Workflow, 1, null, 10))).Cases.ShouldHaveSingleItem().Verdict.ShouldBeNull();
    }

    [Fact]
    public async Task A_moved_case_is_tried_from_its_beginning()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.Do(city["admin"], new PublishDefinition(Text.Replace("\"recommendation\"", "\"recommendation2\"", StringComparison.Ordinal), "Umbenannt."));
        var line = (await city.Do(city["admin"], new PreviewMove(Workflow, 1, 2, null, 10))).Cases.ShouldHaveSingleItem();
        await city.Do(city["admin"], new MoveCases(Workflow, 1, 2, [line.InstanceId], "Versuch"));
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");

        (await city.Do(city["admin"], new TryDefinition(Workflow, 2, null, 10))).Cases.ShouldHaveSingleItem().Verdict.ShouldBe(ReplayVerdict.Same);
        (await city.Do(city["admin"], new TryDefinition(Workflow, 1, null, 10))).Cases.ShouldHaveSingleItem().Verdict.ShouldBe(ReplayVerdict.AnotherWay);
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    /// <summary>Four cases: at the formal check, at the recommendation, before a body, and rejected.</summary>
    private static async Task<(Guid Formal, Guid Recommendation, Guid Body, Guid Rejected)> CasesAsync(TestCity city)
    {
        var cases = new List<Guid>();
        for (var number = 0; number < 4; number++)
            cases.Add(await city.SubmitAsync(ProposalWay.Content(50_000 + number)));
        foreach (var proposal in cases.Skip(1).Take(2))
        {
            await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
            await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        }

        await city.AnswerAsync(cases[2], "recommendation", "office", "Recommend");
        await city.AnswerAsync(cases[3], "formal-check", "office", "Reject", "Der Antrag ist kein Vorhaben des Programms.");
        return (cases[0], cases[1], cases[2], cases[3]);
    }

    private static Task<string> TryAsync(TestCity city, Action<JsonNode> change)
    {
        var definition = JsonNode.Parse(Text)!;
        change(definition);
        return city.Do(city["admin"], new SaveDefinitionDraft(definition.ToJsonString(), "Versuch", null));
    }

    private static JsonNode Activity(JsonNode definition, string id) => definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == id)!;

    private static JsonNode Connection(JsonNode definition, string from, string to) =>
        definition["root"]!["connections"]!.AsArray().Single(connection => (string?)connection!["source"]!["activity"] == from && (string?)connection["target"]!["activity"] == to)!;

    private static Task<string> CountsAsync(TestCity city) => city.Look(async db =>
        $"{await db.Set<JournalStep>().CountAsync()} {await db.Set<InboxTask>().CountAsync()} {await db.Set<OutgoingMail>().CountAsync()} {await db.Set<LedgerEntry>().CountAsync()} "
        + $"{await db.Set<AuditEntry>().CountAsync()} {await db.Set<Ballot>().CountAsync()} {string.Join(',', await db.Set<Proposal>().OrderBy(row => row.Sequence).Select(row => row.Version).ToListAsync())}");
}
