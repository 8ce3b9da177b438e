using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Web.Jobs;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Jobs;

public sealed class CaseMessagesSweepTests
{
    /// <summary>The first message cannot even be read: those behind it are delivered all the same, and it is tried again later.</summary>
    [Fact]
    public async Task A_message_that_cannot_be_delivered_holds_up_no_other()
    {
        await using var program = await TestProgram.StartAsync();
        await PublishAsync(program, "child", new JsonObject { ["id"] = "line", ["type"] = "Elsa.WriteLine" });
        await PublishAsync(program, "parent", new JsonObject { ["id"] = "start", ["type"] = "Elsa.DispatchWorkflow", ["workflowDefinitionId"] = Literal("child"), ["waitForCompletion"] = Literal(true) });
        var ct = TestContext.Current.CancellationToken;
        var parent = await program.StartCaseAsync("parent");
        var now = program.Clock.GetUtcNow().UtcDateTime;
        await using (var db = program.Open())
        {
            db.Add(new CaseMessage { Kind = CaseMessageKind.StartCase, InstanceId = parent, Content = "?", CreatedAt = now, NextAttemptAt = now.AddHours(-1) });
            await db.SaveChangesAsync(ct);
        }

        await Should.ThrowAsync<JsonException>(() => program.Services.GetRequiredService<SweepRunner>().RunAsync("case-messages", ct));
        await program.Services.GetRequiredService<SweepRunner>().RunAsync("case-messages", ct);

        await using var after = program.Open();
        (await after.Set<ProcessInstance>().Select(row => row.Status).Distinct().SingleAsync(ct)).ShouldBe(ProcessStatus.Finished);
        var left = await after.Set<CaseMessage>().SingleAsync(ct);
        (left.Content, left.Attempts, left.NextAttemptAt).ShouldBe(("?", 1, now.AddMinutes(1)));
    }

    private static async Task PublishAsync(TestProgram program, string id, JsonObject root) =>
        (await program.SendAsync(new PublishDefinition(new JsonObject { ["definitionId"] = id, ["name"] = id, ["root"] = root }.ToJsonString(), "test"))).Error.ShouldBeNull();

    private static JsonObject Literal(JsonNode value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
