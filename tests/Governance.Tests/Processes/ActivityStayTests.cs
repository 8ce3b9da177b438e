using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.Processes;

/// <summary>How long cases stay where: counted from waits, told for each version.</summary>
public sealed class ActivityStayTests
{
    [Theory]
    [InlineData("5x1", 1, 5, 5, 5)]
    [InlineData("1x9 100x1", 10, 10.9, 1, 100)]
    [InlineData("100x1 1x8", 9, 12, 100, 100)]
    [InlineData("0x10", 10, 0, 0, 0)]
    public void Average_nine_of_ten_and_longest_come_from_the_counts(string counts, int cases, double average, double nine, double longest)
    {
        var stay = ActivityStay.Of(counts.Split(' ').Select(one => one.Split('x')).Select(pair => (int.Parse(pair[0]), int.Parse(pair[1]))));

        stay.Cases.ShouldBe(cases);
        stay.Average.TotalHours.ShouldBe(average, 0.001);
        (stay.NineOfTen.TotalHours, stay.Longest.TotalHours).ShouldBe((nine, longest));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_version_tells_how_long_its_cases_stayed_at_each_activity(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        foreach (var days in new[] { 1, 3 })
        {
            var proposal = await city.SubmitAsync(ProposalWay.Content(50_000));
            city.Clock.Advance(TimeSpan.FromDays(days));
            await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
        }

        var stay = (await city.Do(city["office"], new GetDefinition("project-proposal"))).Stays["formal-check"];

        (stay.Cases, stay.Average, stay.NineOfTen, stay.Longest).ShouldBe((2, TimeSpan.FromDays(2), TimeSpan.FromDays(3), TimeSpan.FromDays(3)));
    }
}
