using Governance.Ballots;
using Governance.Funding;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Funding;

/// <summary>What the treasurer looks at before confirming that a proposal is covered.</summary>
public sealed class CoverTests
{
    [Theory]
    [OnEachDatabase]
    public async Task The_cover_of_a_plan_is_seen_until_it_is_committed(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 50_000);
        var proposal = await city.SubmitAsync(ProposalWay.Content(60_000) with
        {
            LeadingLifeArea = "mobility", Cover = [new("city", 2026, 4_000_000), new("state", 2026, 1_500_000), new("eu", 2026, 500_000)],
        });
        var eu = await city.Do(city["treasurer"], new CreateBudgetLine(2026, "mobility", "eu", "P-eu", "K1"));

        (await ReadAsync(city, proposal)).ShouldBe(
            [new(2026, "city", 4_000_000, 5_000_000, 0, true), new(2026, "eu", 500_000, 0, 0, true), new(2026, "state", 1_500_000, 5_000_000, 0, true)]);
        (await ReadAsync(city, proposal)).Select(line => line.MissingCents).ShouldBe([0, 500_000, 0]);

        await city.Do(city["treasurer"], new PostAppropriation(eu, 700_000, "Zuwendung"));
        await city.RecommendAsync(proposal);
        (await ReadAsync(city, proposal)).ShouldBe(
            [new(2026, "city", 4_000_000, 1_000_000, 4_000_000, true), new(2026, "eu", 500_000, 200_000, 500_000, true), new(2026, "state", 1_500_000, 3_500_000, 1_500_000, true)]);
        (await ReadAsync(city, proposal)).ShouldAllBe(line => line.MissingCents == 0);

        await city.DecideAsync(proposal, DecisionOutcome.Adopted);
        (await ReadAsync(city, proposal)).Count.ShouldBe(3, "adopted, not yet executable");
        await city.PassObjectionPeriodAsync();
        (await ReadAsync(city, proposal)).ShouldBeEmpty("committed: the plan asks for nothing more");
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_was_returned_or_rejected_has_nothing_reserved(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 50_000);
        var (returned, rejected) = (await city.SubmitAsync(ProposalWay.Content(10_000)), await city.SubmitAsync(ProposalWay.Content(10_000)));
        foreach (var (proposal, outcome) in new[] { (returned, "Return"), (rejected, "Reject") })
        {
            await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
            await city.AnswerAsync(proposal, "cover-check", "treasurer", "Confirmed");
            (await ReadAsync(city, proposal)).ShouldHaveSingleItem().ReservedCents.ShouldBe(1_000_000);
            await city.AnswerAsync(proposal, "recommendation", "office", outcome, "Gründe");
        }

        (await ReadAsync(city, returned)).ShouldBe([new(2026, "city", 1_000_000, 5_000_000, 0, true)]);
        (await ReadAsync(city, rejected)).ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_source_without_a_line_is_named(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 50_000);
        var proposal = await city.SubmitAsync(ProposalWay.Content(100) with { LeadingLifeArea = "mobility", Cover = [new("federal", 2026, 10_000)] });

        (await ReadAsync(city, proposal)).ShouldBe([new(2026, "federal", 10_000, 0, 0, false)]);
    }

    private static Task<IReadOnlyList<CoverLine>> ReadAsync(TestCity city, Guid proposal) => city.Do(city["treasurer"], new GetCover(proposal));
}
