using Governance.Ballots;
using Governance.Proposals;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

internal static class ProposalsAct
{
    public static async Task PlayAsync(TestCity city)
    {
        var proposal = await city.SubmitAsync(ProposalWay.Content(150_000));
        await city.RecommendAsync(proposal);
        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
    }
}
