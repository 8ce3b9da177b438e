using System.Text.Json.Nodes;
using Governance.People;
using Governance.Processes;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Processes;

public sealed class PublishedProblemsTests
{
    /// <summary>It was right when it was published; since then the workflow that it names was retired, of which the page of that act had warned.</summary>
    [Fact]
    public async Task The_page_of_a_version_says_what_is_wrong_with_it_today()
    {
        await using var program = await TestProgram.StartAsync();
        await PublishAsync(program, "named", "Elsa.Event", "eventName");
        await PublishAsync(program, "naming", "Elsa.DispatchWorkflow", "workflowDefinitionId");
        await program.AddPersonAsync("ada", Role.Administrator);
        var browser = await program.SignInAsync("ada");
        (await browser.OpenAsync("/admin/workflows/naming")).QuerySelector("[data-testid=problems]").ShouldBeNull();
        (await browser.OpenAsync("/admin/workflows/named")).QuerySelector("[data-testid=started-by] a")!.GetAttribute("href").ShouldBe("/admin/workflows/naming");
        var warned = (await browser.OpenAsync("/admin/workflows/named/retire?version=1")).QuerySelector("[data-testid=last]")!.TextContent;
        warned.ShouldContain("Abläufe, die ihn starten, bleiben an dieser Stelle stehen: naming.");
        warned.ShouldContain("Er beginnt auch nicht mehr von selbst.");

        (await program.SendAsync(new RetireDefinition("named", 1, Retired: true, "test"))).Error.ShouldBeNull();

        var picture = (await browser.OpenAsync("/admin/workflows/naming")).QuerySelector(".flow-wrap").ShouldNotBeNull();
        picture.QuerySelector(".legend").ShouldBeNull("there is no case whose stations could be told apart");
        picture.QuerySelector("desc")!.TextContent.ShouldEndWith(" Stationen.");
        var problems = (await browser.OpenAsync("/admin/workflows/naming")).QuerySelector("[data-testid=problems]")!.TextContent;
        problems.ShouldContain("Eine Rolle, ein Gremium oder einen Ablauf dieses Namens gibt es nicht.");
        problems.ShouldContain("WorkflowDefinitionId nennt „named“, das nicht veröffentlicht ist; richtig wäre, es zuerst zu veröffentlichen, oder:");
    }

    private static async Task PublishAsync(TestProgram program, string id, string type, string input)
    {
        var begin = new JsonObject { ["id"] = "begin", ["type"] = type, ["customProperties"] = new JsonObject { ["canStartWorkflow"] = true }, [input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "named" } } };
        (await program.SendAsync(new PublishDefinition(new JsonObject { ["definitionId"] = id, ["name"] = id, ["root"] = begin }.ToJsonString(), "test"))).Error.ShouldBeNull();
    }
}
