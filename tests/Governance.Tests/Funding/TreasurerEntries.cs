using System.Globalization;
using Governance.Funding;
using Governance.Inbox;
using Governance.Office;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Texts;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Funding;

public sealed class TreasurerEntries
{
    [Theory]
    [OnEachDatabase]
    public async Task A_transfer_books_both_lines_or_none(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 1_000);
        var (from, to) = (await LineAsync(city, 2026, "mobility"), await LineAsync(city, 2026, "health"));

        await city.Do(city["treasurer"], new TransferFunds(from.Id, to.Id, 40_001, "Umschichtung"));
        var tooMuch = await city.Send(city["treasurer"], new TransferFunds(from.Id, to.Id, 60_000, "Umschichtung"));

        tooMuch.Error!.Code.ShouldBe("ledger.overdrawn");
        (await LineAsync(city, 2026, "mobility")).TransferredOutCents.ShouldBe(40_001);
        (await LineAsync(city, 2026, "health")).TransferredInCents.ShouldBe(40_001);
        (await city.Look(db => db.Set<LedgerEntry>().CountAsync(entry => entry.Text == "Umschichtung"))).ShouldBe(2);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Transfers_that_cross_do_not_wait_for_each_other_and_lose_nothing(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 1_000);
        var (one, two) = (await LineAsync(city, 2026, "mobility"), await LineAsync(city, 2026, "health"));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => turn % 2 == 0
            ? city.Do(city["treasurer"], new TransferFunds(one.Id, two.Id, 100, "hin"))
            : city.Do(city["treasurer"], new TransferFunds(two.Id, one.Id, 100, "her"))));

        var lines = await city.Do(city["treasurer"], new GetBudget(2026));
        lines.Lines.Where(line => line.FundingSource == "city" && line.LifeArea is "mobility" or "health").Where(line => line.Id == one.Id || line.Id == two.Id)
            .ShouldAllBe(line => line.AvailableCents == 100_000);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_transfer_stays_within_its_year_and_leaves_its_line(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 1_000);
        var (from, later) = (await LineAsync(city, 2026, "mobility"), await LineAsync(city, 2027, "mobility"));

        (await city.Send(city["treasurer"], new TransferFunds(from.Id, later.Id, 100, "x"))).Error!.Code.ShouldBe("ledger.transfer-other-year");
        (await city.Send(city["treasurer"], new TransferFunds(from.Id, from.Id, 100, "x"))).Error!.Fields["ToLineId"].ShouldHaveSingleItem().Code.ShouldBe("ledger.transfer-same-line");
        (await city.Send(city["treasurer"], new TransferFunds(from.Id, Guid.NewGuid(), 100, "x"))).Error!.Code.ShouldBe("budget-line.not-found");
    }

    [Theory]
    [OnEachDatabase]
    public async Task Freeze_unfreeze_and_reduction_move_what_is_free(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 1_000);
        var line = await LineAsync(city, 2026, "mobility");

        await city.Do(city["treasurer"], new AdjustBudgetLine(line.Id, BudgetAdjustment.Freeze, 70_000, "Sperre"));
        (await city.Send(city["treasurer"], new AdjustBudgetLine(line.Id, BudgetAdjustment.Reduction, 30_001, "Nachtrag"))).Error!.Code.ShouldBe("ledger.overdrawn");
        await city.Do(city["treasurer"], new AdjustBudgetLine(line.Id, BudgetAdjustment.Reduction, 30_000, "Nachtrag"));
        await city.Do(city["treasurer"], new AdjustBudgetLine(line.Id, BudgetAdjustment.Unfreeze, 20_000, "Freigabe"));
        (await city.Send(city["treasurer"], new AdjustBudgetLine(line.Id, BudgetAdjustment.Unfreeze, 50_001, "Freigabe"))).Error!.Code.ShouldBe("ledger.freeze-exceeded");

        var after = await LineAsync(city, 2026, "mobility");
        after.AppropriationCents.ShouldBe(70_000);
        after.FrozenCents.ShouldBe(50_000);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_line_is_opened_once(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider, appropriation: 0);

        var id = await city.Do(city["treasurer"], new CreateBudgetLine(2029, "health", "eu", " 11.40 ", "4100"));

        (await city.Do(city["treasurer"], new GetBudgetLine(id))).Line.Product.ShouldBe("11.40");
        (await city.Send(city["treasurer"], new CreateBudgetLine(2029, "health", "eu", "11.40", "4100"))).Error!.Code.ShouldBe("budget-line.already-exists");
        (await city.Send(city["treasurer"], new CreateBudgetLine(1999, "nowhere", "nobody", "", ""))).Error!.Fields.Keys.Order().ShouldBe(["CostCentre", "FiscalYear", "FundingSource", "LifeArea", "Product"]);
        var year = (await city.Send(city["treasurer"], new CreateBudgetLine(1999, "nowhere", "nobody", "", ""))).Error!.Fields["FiscalYear"].ShouldHaveSingleItem();
        (year.Code, year.Render(CultureInfo.GetCultureInfo("de"))).ShouldBe(("input.not-between", "Erlaubt sind 2000 bis 2100."));
        (await city.Do(city["treasurer"], new GetBudget(2029))).Years.Single(year => year.Year == 2029).AvailableCents.ShouldBe(0);
    }

    [Theory]
    [InlineData("office"), InlineData("owner"), InlineData("auditor"), InlineData("admin")]
    public async Task Only_the_treasurer_books(string name)
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite, appropriation: 1);
        var line = await LineAsync(city, 2026, "mobility");

        (await city.Send(city[name], new TransferFunds(line.Id, Guid.NewGuid(), 1, "x"))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city[name], new AdjustBudgetLine(line.Id, BudgetAdjustment.Freeze, 1, "x"))).Error!.Code.ShouldBe("access.forbidden");
        (await city.Send(city[name], new CreateBudgetLine(2026, "health", "eu", "1", "1"))).Error!.Code.ShouldBe("access.forbidden");
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_control_room_reads_alike_on_every_database(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var stuck = await city.SubmitAsync(ProposalWay.Content(60_000));
        await city.RecommendAsync(stuck);
        city.Clock.Advance(TimeSpan.FromDays(20));
        var second = await city.SubmitAsync(ProposalWay.Content(20_000));

        var room = await city.Do(city["office"], new GetControlRoom());

        room.Pipeline.Select(stage => (stage.Stage, stage.Count, stage.Cents)).ShouldBe([(Governance.Proposals.ProposalStage.FormalCheck, 1, 2_000_000L), (Governance.Proposals.ProposalStage.Decision, 1, 6_000_000L)]);
        room.Pipeline[0].OldestId.ShouldBe(second);
        var one = room.Stuck.ShouldHaveSingleItem();
        one.ProposalId.ShouldBe(stuck);
        one.Waits.ShouldHaveSingleItem().Body!.De.ShouldBe("steering");
        one.Stations.ShouldHaveSingleItem().De.ShouldBe("Beschluss");
        room.Ballots.ShouldHaveSingleItem().Body.De.ShouldBe("steering");
        room.Workload.ShouldContain(team => team.Team == Governance.People.Role.Office && team.Open == 1);
        room.Paces.ShouldNotBeEmpty();
        room.Punctuality.Answered.ShouldBe(3);
        (await city.Do(city["office"], new CountInbox())).ShouldBe(1);
        (await city.Do(city["office"], new GetStart())).Pipeline.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(new[] { 5 }, 5, 5)]
    [InlineData(new[] { 4, 1, 3, 2 }, 2, 4)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    public void Half_took_at_most_the_median_and_nine_of_ten_at_most_the_second(int[] days, int median, int nineOfTen)
    {
        var durations = Durations.Of(days.Select(day => TimeSpan.FromDays(day)))!;

        durations.ShouldBe(new Durations(days.Length, TimeSpan.FromDays(median), TimeSpan.FromDays(nineOfTen)));
        Durations.Of([]).ShouldBeNull();
    }

    private static Task<BudgetLine> LineAsync(TestCity city, int year, string area) => city.Look(db => db.Set<BudgetLine>().AsNoTracking()
        .SingleAsync(line => line.FiscalYear == year && line.LifeArea == area && line.FundingSource == "city"));
}
