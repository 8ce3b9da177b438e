using Governance.Resilience.Tests.Nodes;
using Governance.Tests.Databases;

namespace Governance.Resilience.Tests;

/// <summary>The program, or the database under it, ends at a random moment of a working day. Nothing is lost and nothing is done twice.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int MostCommands = 100;
    private const int MostMilliseconds = 50;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_killed_node_loses_no_answer_leaves_no_task_stuck_and_sends_no_mail_twice(Provider provider)
    {
        output.WriteLine($"Seed {Effort.Seed}");
        var random = new Random(Effort.Seed);
        await using var city = await BusyCity.FoundAsync(provider, Effort.Seed);
        await city.StartAsync();
        for (var kill = 1; kill <= Effort.Kills; kill++)
        {
            await WorkAsync(city, random);
            await city.KillAsync();
            await city.StartAsync();
            await city.CheckAsync();
        }

        await WorkAsync(city, random);
        var mails = await city.FinishAsync();
        Report($"{provider}: {Effort.Kills} kills", city, mails, Effort.Kills + 2);
        city.Tally.BrokenOff.ShouldBeGreaterThan(0, "no kill ever hit a command");
        city.Tally.Failed.ShouldBe(0);
    }

    [Fact]
    public async Task A_crash_of_the_database_server_loses_no_answer_and_the_node_goes_on()
    {
        output.WriteLine($"Seed {Effort.Seed}");
        var random = new Random(Effort.Seed);
        await using var city = await BusyCity.FoundAsync(Provider.PostgreSql, Effort.Seed);
        await city.StartAsync();
        for (var crash = 1; crash <= Effort.Crashes; crash++)
        {
            await WorkAsync(city, random);
            city.Server!.Crash();
            await WorkAsync(city, random);
            await city.CheckAsync();
        }

        var mails = await city.FinishAsync();
        Report($"PostgreSql: {Effort.Crashes} crashes of the database server", city, mails, Effort.Crashes + 2);
    }

    // Until a random moment: counted in commands, so that a slow machine is killed at work and not while it warms up.
    private static Task WorkAsync(BusyCity city, Random random) =>
        city.WorkAsync(random.Next(1, MostCommands), TimeSpan.FromMilliseconds(random.Next(MostMilliseconds)));

    private void Report(string what, BusyCity city, int mails, int verified)
    {
        var tally = city.Tally;
        output.WriteLine(
            $"{what}, seed {Effort.Seed}: {tally.Answered} commands done, {tally.Refused} refused, {tally.BrokenOff} broken off and {tally.Failed} failed and sent again, {mails} mails, verify clean {verified} times");
    }
}
