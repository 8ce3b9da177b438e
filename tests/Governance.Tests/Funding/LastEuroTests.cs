using Governance.Audit;
using Governance.Funding;
using Governance.Inbox;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Funding;

/// <summary>Money is a ledger with a budget behind it, not a sum of invoices (Hypha, payment.py).</summary>
public sealed class LastEuroTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Of_two_proposals_that_reserve_the_last_euro_at_once_exactly_one_gets_it(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);
        var line = await city.Look(db => db.Set<BudgetLine>().Where(line => line.FiscalYear == 2026 && line.LifeArea == "mobility" && line.FundingSource == "city").Select(line => line.Id).SingleAsync());
        for (var time = 1; time <= 20; time++)
        {
            await city.Do(city["treasurer"], new PostAppropriation(line, 100, "Ein Euro"));
            var proposals = new[] { await city.SubmitAsync(ProposalWay.Content(1)), await city.SubmitAsync(ProposalWay.Content(1)) };
            foreach (var proposal in proposals)
                await city.AnswerAsync(proposal, "formal-check", "office", "Complete");
            var tasks = new[] { await city.TaskAsync(proposals[0], "cover-check"), await city.TaskAsync(proposals[1], "cover-check") };

            (await Race.BothAsync(
                () => city.Send(city["treasurer"], new CompleteTask(tasks[0], "Confirmed")),
                () => city.Send(city["treasurer"], new CompleteTask(tasks[1], "Confirmed")))).ShouldAllBe(answer => answer.IsSuccess);

            // The one without money is back with the treasurer, who says so.
            var asked = await city.Look(db => db.Set<InboxTask>().Where(task => task.IsOpen && proposals.Contains(task.ProposalId)).Select(task => task.ActivityId).ToListAsync());
            asked.Order(StringComparer.Ordinal).ShouldBe(["cover-check", "recommendation"]);
            (await city.Look(db => db.Set<BudgetLine>().SingleAsync(row => row.Id == line))).ReservedCents.ShouldBe(100 * time);
        }

        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }
}
