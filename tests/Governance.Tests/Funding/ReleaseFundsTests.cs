using Governance.Audit;
using Governance.Ballots;
using Governance.Inbox;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Funding;

/// <summary>The history names a release where something was reserved, and nowhere else.</summary>
public sealed class ReleaseFundsTests
{
    [Theory]
    [OnEachDatabase]
    public async Task What_was_never_reserved_is_not_said_to_be_released(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var returned = await city.SubmitAsync(ProposalWay.Content(20_000));
        await city.Do(city["office"], new CompleteTask(await city.TaskAsync(returned, "formal-check"), "Return", "Bitte ergänzen."));
        var rejected = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.RecommendAsync(rejected);
        await city.DecideAsync(rejected, DecisionOutcome.RejectedUnanimously);

        var releases = await city.Look(db => db.Set<AuditEntry>().Where(entry => entry.Action == "funds.released").Select(entry => entry.SubjectId).ToListAsync());

        releases.ShouldBe([rejected]);
    }
}
