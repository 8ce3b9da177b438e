using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

public sealed class HostActivities
{
    public enum Majority { Simple, TwoThirds }

    [Activity("Test.HoldBallot", Category = "Ballots", Description = "Lets a body vote.")]
    [Outcomes("Adopted", "Rejected")]
    private sealed class HoldBallot
    {
        [Input(Description = "The body that votes.", Required = true)] public string Body { get; set; } = "";
        [Input] public Majority Majority { get; set; }
        [Input] public long? Amount { get; set; }
        [Input] public decimal Rate { get; set; }
        [Input] public DateOnly? Until { get; set; }
        [Input] public Guid? Case { get; set; }
        [Input] public string[] Members { get; set; } = [];
        [Input] public List<string> Others { get; set; } = [];
        [Input] public JsonNode? Title { get; set; }
        [Input(DefaultValue = 14)] public int Days { get; set; }
        [Input] public bool Secret { get; set; }
        [Output(Description = "Votes for it.")] public int Yes { get; set; }
        [Output] public decimal? Share { get; set; }
    }

    private static readonly ActivityCatalog Catalog = ActivityCatalog.BuiltIn.With(typeof(HoldBallot));

    [Fact]
    public void A_class_describes_itself()
    {
        var descriptor = Catalog.Find("Test.HoldBallot").ShouldNotBeNull();
        descriptor.DisplayName.ShouldBe("HoldBallot");
        descriptor.Outcomes.ShouldBe(["Adopted", "Rejected"]);
        descriptor.Inputs.Select(i => $"{i.Name}:{i.TypeName}").ShouldBe(["Body:String", "Majority:Majority", "Amount:Int64?", "Rate:Decimal", "Until:DateOnly?", "Case:Guid?", "Members:String[]", "Others:String[]", "Title:Object", "Days:Int32", "Secret:Boolean"]);
        descriptor.Inputs[0].Required.ShouldBeTrue();
        descriptor.Outputs.Select(o => o.Name).ShouldBe(["Yes", "Share"]);
    }

    [Fact]
    public void Inputs_of_every_type_are_bound()
    {
        var ballot = Bind(("body", Lit("Rat")), ("majority", Lit("twothirds")), ("amount", Js("9007199254740993n")), ("rate", Lit("2.50")), ("until", Lit("2026-06-30")),
            ("case", Lit("0197f0a0-0000-7000-8000-000000000001")), ("members", Js("['a','b']")), ("others", Lit("""["c"]""")), ("title", Js("({de:'Brücke', en:'Bridge'})")), ("secret", Lit("true")));

        ballot.Body.ShouldBe("Rat");
        ballot.Majority.ShouldBe(Majority.TwoThirds);
        ballot.Amount.ShouldBe(9007199254740993);
        ballot.Rate.ShouldBe(2.50m);
        ballot.Until.ShouldBe(new DateOnly(2026, 6, 30));
        ballot.Case.ShouldBe(Guid.Parse("0197f0a0-0000-7000-8000-000000000001"));
        ballot.Members.ShouldBe(["a", "b"]);
        ballot.Others.ShouldBe(["c"]);
        ballot.Title!["de"]!.GetValue<string>().ShouldBe("Brücke");
        ballot.Days.ShouldBe(14);
        ballot.Secret.ShouldBeTrue();
    }

    [Theory]
    [InlineData("amount", "12.5.2026", "The input \"Amount\" of the activity \"ballot\" (Test.HoldBallot) is \"12.5.2026\", which is no Int64?.")]
    [InlineData("until", "next week", "The input \"Until\" of the activity \"ballot\" (Test.HoldBallot) is \"next week\", which is no DateOnly?.")]
    [InlineData("majority", "Most", "The input \"Majority\" of the activity \"ballot\" (Test.HoldBallot) is \"Most\", which is no Majority.")]
    public void A_value_of_another_type_is_named(string input, string value, string message) =>
        Should.Throw<HostBindingException>(() => Bind(("body", Lit("Rat")), (input, Lit(value)))).Message.ShouldBe(message);

    [Fact]
    public void A_missing_required_input_is_named() =>
        Should.Throw<HostBindingException>(() => Bind()).Message.ShouldBe("The activity \"ballot\" (Test.HoldBallot) needs the input \"Body\", but it has no value.");

    [Fact]
    public void Outputs_come_back_into_variables_and_scripts()
    {
        var ballot = Activity("Test.HoldBallot", "ballot", ("body", Lit("Rat")), ("yes", new JsonObject { ["typeName"] = "Int32", ["memoryReference"] = new JsonObject { ["id"] = "v" } }));
        var definition = Load(Flowchart("f", [ballot, LineJs("w", "getVotes() + ' ' + getOutputFrom('ballot', 'Share')")], "ballot.Adopted>w"),
            """[{"id":"v","name":"Votes","typeName":"Int32"}]""", catalog: Catalog);

        var result = Start(definition, call =>
        {
            call.BookmarkId.ShouldBe("i:1");
            return HostResult.From(new HoldBallot { Yes = 12, Share = 0.60m }, "Adopted");
        });

        result.Lines.ShouldBe(["12 0.6"]);
        result.Journal.ShouldContain(e => e.Event == JournalEvent.HostAnswered && e.Detail!.ToJsonString() == """{"done":["Adopted"],"outputs":{"Yes":12,"Share":0.60}}""");
    }

    [Fact]
    public void An_answer_of_wait_makes_the_bookmark_that_was_announced()
    {
        var definition = Load(Flowchart("f", [Activity("Test.HoldBallot", "ballot", ("body", Lit("Rat"))), Line("adopted")], "ballot.Adopted>adopted"), catalog: Catalog);
        string? announced = null;

        var waiting = Start(definition, call =>
        {
            announced = call.BookmarkId;
            return HostResult.Wait(new JsonObject { ["ballot"] = 7 });
        });
        var bookmark = waiting.CreatedBookmarks.ShouldHaveSingleItem();
        bookmark.Id.ShouldBe(announced);
        bookmark.Payload!["ballot"]!.GetValue<int>().ShouldBe(7);

        Resume(definition, waiting.State, new Stimulus.ResumeBookmark(bookmark.Id, ["Postponed"])).Refusal.ShouldBe("The activity \"ballot\" has no outcome \"Postponed\"; it has Adopted, Rejected.");
        Resume(definition, waiting.State, new Stimulus.ResumeBookmark(bookmark.Id)).Applied.ShouldBeFalse();
        var adopted = Resume(definition, waiting.State, new Stimulus.ResumeBookmark(bookmark.Id, ["Adopted"]));
        adopted.Lines.ShouldBe(["adopted"]);
        adopted.BurntBookmarks.ShouldHaveSingleItem().Id.ShouldBe(announced);
    }

    [Fact]
    public void A_fault_of_the_host_is_an_incident_that_can_be_retried_or_skipped()
    {
        var definition = Load(Flowchart("f", [Activity("Test.HoldBallot", "ballot", ("body", Lit("Rat"))), Line("adopted")], "ballot.Adopted>adopted"), strategy: "Continue", catalog: Catalog);

        var failed = Start(definition, _ => HostResult.Fault("The body has no members."));
        failed.Status.ShouldBe(WorkflowStatus.Suspended);
        var incident = failed.State.OpenIncidents.ShouldHaveSingleItem();
        incident.Message.ShouldBe("The body has no members.");

        var state = WorkflowState.Parse(failed.State.ToJson());
        Resume(definition, state, new Stimulus.RetryIncident(incident.Id), _ => HostResult.Done(["Adopted"])).Lines.ShouldBe(["adopted"]);
        Resume(definition, state, new Stimulus.SkipIncident(incident.Id, ["Adopted"])).Lines.ShouldBe(["adopted"]);
        Resume(definition, state, new Stimulus.RetryIncident("i:i99")).Applied.ShouldBeFalse();
        Resume(definition, state, new Stimulus.Cancel()).Status.ShouldBe(WorkflowStatus.Cancelled);
    }

    [Fact]
    public void After_a_fault_no_host_activity_of_another_branch_is_begun()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Elsa.Fault", "x"), Activity("Test.HoldBallot", "ballot", ("body", Lit("Rat")))], "s>x", "s>ballot"), catalog: Catalog);
        var result = Start(definition, _ => throw new InvalidOperationException("must not be called"));
        result.Status.ShouldBe(WorkflowStatus.Faulted);
        result.State.Bookmarks.ShouldBeEmpty();
    }

    [Fact]
    public void A_replay_of_the_journals_host_results_gives_the_same_bytes()
    {
        var definition = Load(Flowchart("f", [Activity("Elsa.Start", "s"), Activity("Test.HoldBallot", "b1", ("body", Js("newGuid()"))), Activity("Test.HoldBallot", "b2", ("body", Js("Math.random()"))), Line("w"), Event("e")],
            "s>b1", "s>b2", "b1.Adopted>w", "w>e"), strategy: "Continue", catalog: Catalog);
        var answers = new Queue<HostResult>([HostResult.Done(["Adopted"], new() { ["Yes"] = 7 }), HostResult.Fault("no quorum")]);
        var original = Start(definition, _ => answers.Dequeue());

        var kept = new Queue<string>(original.Journal.Where(e => e.Event == JournalEvent.HostAnswered).Select(e => e.Detail!.ToJsonString()));
        var replayed = Start(definition, _ => HostResult.Parse(JsonNode.Parse(kept.Dequeue())));

        replayed.State.ToJson().ShouldBe(original.State.ToJson());
        replayed.Journal.Select(Bytes).ShouldBe(original.Journal.Select(Bytes));

        static string Bytes(JournalEntry e) => $"{e.Number} {e.ActivityId} {e.ActivityType} {e.Event} {string.Join(',', e.Outcomes)} {e.Instant:O} {e.Detail?.ToJsonString()}";
    }

    private static HoldBallot Bind(params (string Name, JsonNode? Value)[] inputs)
    {
        var ballot = new HoldBallot();
        Exception? failure = null;
        Start(Load(Activity("Test.HoldBallot", "ballot", inputs), catalog: Catalog), call =>
        {
            failure = Record.Exception(() => call.Bind(ballot));
            return HostResult.Wait();
        });
        return failure is null ? ballot : throw failure;
    }
}
