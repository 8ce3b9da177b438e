using Governance.Ballots;
using Governance.Office;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Office;

/// <summary>The deadlines that the Stabsstelle sees coming: of tasks, and the periods within which a decision can be objected to.</summary>
public sealed class DeadlinesAheadTests
{
    [Theory]
    [OnEachDatabase]
    public async Task An_objection_period_stands_among_the_tasks_by_its_end_until_it_is_over(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var decided = await city.SubmitAsync(ProposalWay.Content(40_000));
        await city.RecommendAsync(decided);
        await city.DecideAsync(decided, DecisionOutcome.Adopted);
        var submitted = await city.SubmitAsync(ProposalWay.Content(41_000));

        var ahead = (await city.Do(city["office"], new GetControlRoom())).Ahead;
        ahead.Select(one => one.DueAt).ShouldBeInOrder();
        ahead.Single(one => one.ProposalId == submitted).Task.ShouldNotBeNull();
        var period = ahead.Single(one => one.ProposalId == decided && one.Task == null);
        (period.DueAt > city.Clock.GetUtcNow().UtcDateTime && period.Role is null).ShouldBeTrue();

        await city.PassObjectionPeriodAsync();
        (await city.Do(city["office"], new GetControlRoom())).Ahead.ShouldNotContain(one => one.ProposalId == decided && one.Task == null);
    }
}
