using Governance.Bodies;
using Governance.Deadlines;
using Governance.Persistence;
using Governance.Web.Jobs;
using Governance.Web.Tests.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Jobs;

public sealed class BallotRollsSweepTests
{
    [Fact]
    public async Task Whoever_leaves_a_body_has_no_paper_any_more_and_whoever_follows_has_it_and_the_history_says_so()
    {
        await using var city = await WebCity.FoundAsync();
        var ballot = await city.ToSessionAsync("Sichere Schulwege");
        var (left, joined) = ("committee-mobility-9", "citizen");
        (await TextAsync(city, left, "/inbox")).ShouldContain("Sichere Schulwege");
        var today = BerlinTime.DayOf(city.Program.Clock.GetUtcNow().UtcDateTime);
        var list = await city.DoAsync("clerk", new ListSeats(BodyCodes.MobilityCommittee));
        var seat = list.Seats.Single(row => row.PersonId == city.Id(left));
        await city.DoAsync("clerk", new ChangeSeat(BodyCodes.MobilityCommittee, seat.Id, seat.Kind, seat.Function, seat.Group, null, seat.From, today.AddDays(-1), list.Version));
        await city.DoAsync("clerk", new AddSeat(BodyCodes.MobilityCommittee, city.Id(joined), SeatKind.CouncilMember, SeatFunction.Member, "Fraktion A", null, today, null));

        await city.Program.Services.GetRequiredService<SweepRunner>().RunAsync("ballot-rolls", TestContext.Current.CancellationToken);

        (await TextAsync(city, left, "/inbox")).ShouldNotContain("Sichere Schulwege");
        (await TextAsync(city, joined, "/inbox")).ShouldContain("Sichere Schulwege");
        (await TextAsync(city, joined, $"/ballots/{ballot}")).ShouldContain("Sichere Schulwege");
        var history = await TextAsync(city, "office", $"/proposals/{(await city.DoAsync("office", new Governance.Ballots.GetBallot(ballot))).ProposalId}/history");
        history.ShouldContain("Mitglied ausgeschieden");
        history.ShouldContain($"Ausschuss für Mobilität und Umwelt: {city.Name(left)}");
        history.ShouldContain("Mitglied nachgerückt");
        history.ShouldContain($"Ausschuss für Mobilität und Umwelt: {city.Name(joined)}");
    }

    [Fact]
    public async Task A_sweep_that_finds_nothing_to_change_writes_nothing_until_seats_or_the_day_change()
    {
        await using var city = await WebCity.FoundAsync();
        await city.ToSessionAsync();
        var runner = city.Program.Services.GetRequiredService<SweepRunner>();
        await runner.RunAsync("ballot-rolls", TestContext.Current.CancellationToken);
        (await CommitsAsync(city, runner)).ShouldBeFalse("the same day, the same seats");

        city.Program.Clock.Advance(TimeSpan.FromDays(1));
        (await CommitsAsync(city, runner)).ShouldBeTrue();
        (await CommitsAsync(city, runner)).ShouldBeFalse();
    }

    private static async Task<bool> CommitsAsync(WebCity city, SweepRunner runner)
    {
        var signal = city.Program.Services.GetRequiredService<CommitSignal>();
        signal.Raise();
        await signal.WaitAsync(CancellationToken.None);
        await runner.RunAsync("ballot-rolls", TestContext.Current.CancellationToken);

        // Whoever waits on would take the next signal.
        using var enough = new CancellationTokenSource();
        var waiting = signal.WaitAsync(enough.Token).AsTask();
        var committed = waiting.IsCompleted;
        await enough.CancelAsync();
        await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return committed;
    }

    private static async Task<string> TextAsync(WebCity city, string who, string path) =>
        (await (await city.SignInAsync(who)).OpenAsync(path)).Body!.TextContent;
}
