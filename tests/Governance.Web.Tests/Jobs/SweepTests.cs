using Governance.Persistence;
using Governance.Web.Jobs;
using Governance.Web.Tests.Hosting;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Jobs;

public sealed class SweepTests
{
    [Fact(Timeout = 30_000)]
    public async Task A_commit_wakes_the_sweeps_of_its_process()
    {
        var probe = new Probe();
        await using var program = await TestProgram.StartAsync(services: services => services.AddSingleton<ISweep>(probe).AddHostedService<SweepWaker>());

        await program.AddPersonAsync("office");

        // Commits of half a second are one run; the waker may not yet be waiting for that half second when the clock first moves.
        while (!probe.Ran.Task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            program.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Many_commits_are_one_signal()
    {
        var signal = new CommitSignal();
        for (var i = 0; i < 100; i++)
            signal.Raise();

        await signal.WaitAsync(CancellationToken.None);

        signal.WaitAsync(CancellationToken.None).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task With_nothing_due_no_sweep_that_a_commit_wakes_commits_again()
    {
        await using var program = await TestProgram.StartAsync();
        var signal = program.Services.GetRequiredService<CommitSignal>();
        signal.Raise();
        await signal.WaitAsync(CancellationToken.None);
        await using var scope = program.Services.CreateAsyncScope();

        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>().Where(sweep => sweep.RunsAfterCommits))
            await sweep.RunAsync(CancellationToken.None);

        signal.WaitAsync(CancellationToken.None).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_sweep_runs_each_minute()
    {
        await using var program = await TestProgram.StartAsync(services: services => services.AddHostedService<SweepSchedule>());

        using var connection = program.Services.GetRequiredService<JobStorage>().GetConnection();

        await using var scope = program.Services.CreateAsyncScope();
        connection.GetRecurringJobs().Select(job => (job.Id, job.Cron))
            .ShouldBe(scope.ServiceProvider.GetServices<ISweep>().Select(sweep => (sweep.Name, "* * * * *")), ignoreOrder: true);
    }

    [Fact]
    public async Task One_process_runs_a_sweep_never_twice_at_once()
    {
        var probe = new Probe();
        await using var program = await TestProgram.StartAsync(services: services => services.AddSingleton<ISweep>(probe));
        var runner = program.Services.GetRequiredService<SweepRunner>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => runner.RunAsync(probe.Name, CancellationToken.None)));

        probe.Overlapped.ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_of_repeated_calls_are_forgotten_after_a_day()
    {
        await using var program = await TestProgram.StartAsync();
        await using var db = program.Open();
        db.Add(new IdempotencyKey { ActorId = Guid.NewGuid(), Key = "k", RequestHash = "h", Response = "{}", CreatedAt = program.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();

        (await program.SendAsync(new ForgetIdempotencyKeys())).Value.ShouldBe(0);
        program.Clock.Advance(ForgetIdempotencyKeys.Kept + TimeSpan.FromSeconds(1));
        (await program.SendAsync(new ForgetIdempotencyKeys())).Value.ShouldBe(1);
    }

    private sealed class Probe : ISweep
    {
        private int _inside;

        public string Name => "probe";

        public TaskCompletionSource Ran { get; } = new();

        public bool Overlapped { get; private set; }

        public async Task RunAsync(CancellationToken ct)
        {
            Overlapped |= Interlocked.Increment(ref _inside) > 1;
            await Task.Yield();
            Interlocked.Decrement(ref _inside);
            Ran.TrySetResult();
        }
    }
}
