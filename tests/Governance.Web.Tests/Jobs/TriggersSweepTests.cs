using System.Text.Json.Nodes;
using Governance.People;
using Governance.Processes;
using Governance.Web.Jobs;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Jobs;

public sealed class TriggersSweepTests
{
    [Fact]
    public async Task Cases_begin_by_the_sweep_and_their_workflows_page_says_when_the_next_does()
    {
        await using var program = await TestProgram.StartAsync();
        await PublishAsync(program, "hourly", "Elsa.Timer", "interval", "01:00:00");
        await PublishAsync(program, "by-event", "Elsa.Event", "eventName", "budget-closed");
        await program.AddPersonAsync("ada", Role.Administrator);
        var ct = TestContext.Current.CancellationToken;

        program.Clock.Advance(TimeSpan.FromHours(1));
        await program.Services.GetRequiredService<SweepRunner>().RunAsync("triggers", ct);

        await using var db = program.Open();
        (await db.Set<ProcessInstance>().Select(row => row.DefinitionId).SingleAsync(ct)).ShouldBe("hourly");
        var browser = await program.SignInAsync("ada");
        Starts(await browser.OpenAsync("/admin/workflows/hourly")).ShouldBe("begin nächstes Mal: 23.11.2026, 12:00 Uhr");
        Starts(await browser.OpenAsync("/admin/workflows/by-event")).ShouldBe("begin sobald ein Vorgang das Ereignis „budget-closed“ meldet");
    }

    private static string Starts(AngleSharp.Dom.IDocument page) =>
        string.Join(' ', page.QuerySelector("[data-testid=starts] li")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task PublishAsync(TestProgram program, string id, string type, string input, string value)
    {
        var begin = new JsonObject { ["id"] = "begin", ["type"] = type, ["customProperties"] = new JsonObject { ["canStartWorkflow"] = true }, [input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } } };
        (await program.SendAsync(new PublishDefinition(new JsonObject { ["definitionId"] = id, ["name"] = id, ["root"] = begin }.ToJsonString(), "test"))).Error.ShouldBeNull();
    }
}
