using Governance.Processes;
using Governance.Proposals;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Processes;

/// <summary>The workflows that people begin beside a proposal's own.</summary>
public static class OtherWorkflows
{
    /// <summary>Publishes those that come with the program.</summary>
    public static async Task PublishOthersAsync(this WebCity city)
    {
        foreach (var name in new[] { "circular-resolution", "progress-report" })
            (await city.Program.SendAsync(new PublishDefinition(await File.ReadAllTextAsync(WebCity.Workflow(name)), "first"))).Error.ShouldBeNull();
    }

    /// <summary>A proposal that is carried out.</summary>
    public static async Task<Guid> ToRunningAsync(this WebCity city, string title = "Parkleitsystem Domplatz")
    {
        var proposal = await city.SubmitAsync(20_000, title);
        await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(proposal, "recommendation", "office", "Recommend");
        await city.AnswerAsync(proposal, "office-decision", "office", "Adopted");
        city.Program.Clock.Advance(TimeSpan.FromDays(10));
        foreach (var timer in (await city.Program.SendAsync(new DueTimers(100))).Value)
            (await city.Program.SendAsync(timer)).Error.ShouldBeNull();
        await city.DoAsync("owner", new Governance.Inbox.CompleteTask(await city.TaskAsync(proposal, "execution"), "Begun", Data: new Dictionary<string, string?>(StringComparer.Ordinal) { ["carriedOutBy"] = "Tiefbauamt", ["doneBy"] = "2027-06-30" }));
        (await city.DoAsync("owner", new GetProposal(proposal))).Stage.ShouldBe(ProposalStage.Running);
        return proposal;
    }
}
