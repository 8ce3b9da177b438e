using Governance.Audit;
using Governance.Funding;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>elsa-core#5597: two resumes of one bookmark.</summary>
public sealed class ResumesAtOnceTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Of_two_resumes_of_one_bookmark_one_moves_the_case_and_the_other_finds_it_done(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var proposals = new List<Guid>();
        for (var time = 0; time < 20; time++)
        {
            proposals.Add(await city.SubmitAsync(ProposalWay.Content(1_000 + time)));
            await city.RecommendAsync(proposals[^1]);
            await city.AnswerAsync(proposals[^1], "office-decision", "office", "Adopted");
        }

        city.Clock.Advance(TimeSpan.FromDays(10));
        foreach (var timer in await city.Do(Actor.System, new DueTimers(1000)))
            (await Race.BothAsync(() => city.Send(Actor.System, timer), () => city.Send(Actor.System, timer))).ShouldAllBe(answer => answer.IsSuccess);

        foreach (var proposal in proposals)
        {
            (await city.ProposalAsync(proposal)).Stage.ShouldBe(ProposalStage.Granted);
            (await city.Look(db => db.Set<LedgerEntry>().CountAsync(entry => entry.ProposalId == proposal && entry.Kind == nameof(LedgerEntryKind.Commitment)))).ShouldBe(1);
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }
}
