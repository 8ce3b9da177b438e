using Governance.Ballots;
using Governance.Inbox;
using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Processes;

namespace Governance.Tests.SqlServer;

/// <summary>An urgent decision by the mayor and a member, which the committee does not approve and which is revoked.</summary>
internal static class UrgentAct
{
    public static async Task PlayAsync(TestCity city)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.AnswerAsync(id, "formal-check", "office", "Complete");
        await city.AnswerAsync(id, "cover-check", "treasurer", "Confirmed");
        await city.AnswerAsync(id, "recommendation", "office", "Urgent", "Eilt.");
        await city.AnswerAsync(id, "committee-in-time", "mayor", "Mayor", "Eilt.");
        await city.AnswerAsync(id, "decide", "mayor", "Adopt", "Eilt.", new Dictionary<string, string?>(StringComparer.Ordinal) { ["member"] = city["committee-mobility-2"].PersonId.ToString() });
        await city.Do(city["office"], new ListOtherCases(id));
        await city.Do(city["committee-mobility-2"], new CompleteTask(await city.TaskAsync(id, "co-decide"), "Agree"));
        await city.DeliverAsync();
        await city.DecideAsync(id, DecisionOutcome.RejectedByMajority);
        await city.AnswerAsync(id, "rights", "mayor", "None", "Noch kein Auftrag.");
        await city.DeliverAsync();
    }
}
