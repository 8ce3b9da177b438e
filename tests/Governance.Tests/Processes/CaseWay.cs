using System.Text.Json.Nodes;
using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Processes;

/// <summary>Cases of any workflow: started, given a stimulus, told what other cases have for them.</summary>
internal static class CaseWay
{
    /// <summary>A city with these workflows besides its own.</summary>
    public static async Task<TestCity> FoundAsync(Provider provider, params string[] definitions)
    {
        var city = await TestCity.FoundAsync(provider);
        foreach (var definition in definitions)
            await city.PublishAsync(definition);
        return city;
    }

    /// <summary>All rows agree with one another, and each case with its journal.</summary>
    public static async Task ShouldBeSoundAsync(this TestCity city) => (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();

    /// <summary>Publishes a definition.</summary>
    public static Task<int> PublishAsync(this TestCity city, string definition) => city.Do(city["admin"], new PublishDefinition(definition, "for a test"));

    /// <summary>Starts a case.</summary>
    public static async Task<Guid> StartCaseAsync(this TestCity city, string definition, JsonObject? inputs = null, Guid? subject = null)
    {
        var id = Guid.Empty;
        await city.Change(async services => id = (await services.GetRequiredService<ProcessRunner>().StartAsync(definition, subject ?? Guid.CreateVersion7(), inputs ?? [], default)).Value.Id);
        return id;
    }

    /// <summary>Gives a case a stimulus that must meet something.</summary>
    public static async Task<Result> StimulateAsync(this TestCity city, Guid instance, Stimulus stimulus)
    {
        Result sent = default;
        await city.Change(async services => sent = await services.GetRequiredService<ProcessRunner>()
            .ResumeAsync((await services.GetRequiredService<GovernanceDb>().LockAsync<ProcessInstance>(instance, default))!, stimulus, default));
        sent.IsSuccess.ShouldBeTrue(sent.Error?.Code);
        return sent;
    }

    /// <summary>Sends a case an event.</summary>
    public static Task<Result> SendEventAsync(this TestCity city, Guid instance, string name, JsonNode? payload = null) => city.StimulateAsync(instance, new Stimulus.PublishEvent(name, payload));

    /// <summary>Delivers what cases have for one another, as the sweep does, until nothing is left.</summary>
    public static async Task<bool> DeliverAsync(this TestCity city)
    {
        while (await city.Do(Actor.System, new DueCaseMessages(100)) is { Count: > 0 } messages)
            foreach (var message in messages)
                await city.Do(Actor.System, message);
        return true;
    }

    /// <summary>The cases of a workflow, in the order in which they began.</summary>
    public static Task<List<ProcessInstance>> CasesAsync(this TestCity city, string definition) =>
        city.Look(db => db.Set<ProcessInstance>().AsNoTracking().Where(row => row.DefinitionId == definition).OrderBy(row => row.Sequence).ToListAsync());

    /// <summary>How a case stands.</summary>
    public static Task<ProcessStatus> StatusAsync(this TestCity city, Guid id) => city.Look(db => db.Set<ProcessInstance>().Where(row => row.Id == id).Select(row => row.Status).SingleAsync());

    /// <summary>The workflow's output <c>Answer</c> as JSON, or nothing.</summary>
    public static async Task<string> OutputAsync(this TestCity city, Guid id) =>
        WorkflowState.Parse(await city.Look(db => db.Set<ProcessInstance>().Where(row => row.Id == id).Select(row => row.State).SingleAsync())).Outputs["Answer"]?.ToJsonString() ?? "";
}
