using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using Governance.Web.Tests.Inbox;
using Governance.Web.Tests.Proposals;

namespace Governance.Web.Tests.Processes;

/// <summary>A case that people began beside a proposal's own has failed: what its end means is said before and after.</summary>
public sealed class IncidentBesidePagesTests(WebCity city) : IClassFixture<WebCity>
{
    private const string Failing = """
        {"definitionId":"failing","name":"failing","customProperties":{"begin":{"by":["Office"],"question":{"de":"Jetzt?","en":"Now?"}}},
        "options":{"incidentStrategyType":"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"},
        "root":{"id":"fails","type":"Elsa.Fault","message":{"typeName":"String","expression":{"type":"Literal","value":"Falsch gezeichnet"}}}}
        """;

    [Fact]
    public async Task Its_end_leaves_the_proposal_and_the_page_says_so_in_both_languages()
    {
        await city.Program.AddPersonAsync("admin", Role.Administrator);
        (await city.Program.SendAsync(new PublishDefinition(Failing, "Versuch"))).Error.ShouldBeNull();
        var proposal = await city.SubmitAsync(48_900);
        await city.DoAsync("office", new BeginCase(proposal, "failing"));
        await using var db = city.Program.Open();
        var incident = db.Set<Incident>().Single().Id;
        var (number, stage) = db.Set<Proposal>().Where(row => row.Id == proposal).Select(row => new ValueTuple<string?, ProposalStage>(row.Number, row.Stage)).Single();
        var path = $"/admin/incidents/{incident}";
        var admin = await city.SignInAsync("admin");

        (await admin.OpenAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Der Antrag, sein Stand und seine Mittel bleiben, wie sie sind.");
        (await admin.OpenAsync(path + "?ui-culture=en")).QuerySelector("main")!.TextContent.ShouldContain("The proposal, its stage and its funds stay as they are.");
        var done = await admin.FollowAsync(await admin.SubmitAsync(path, ("Act", nameof(IncidentAct.Cancel)), ("Reason", "Falsch gezeichnet.")));

        done.QuerySelector(".banner--good")!.TextContent.ShouldContain($"Der gescheiterte Vorgang zu {number} ist beendet; sonst ändert sich nichts.");
        await using var after = city.Program.Open();
        after.Set<Proposal>().Single(row => row.Id == proposal).Stage.ShouldBe(stage);
    }
}
