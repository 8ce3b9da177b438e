using System.Globalization;
using Governance.Ballots;
using Governance.Inbox;
using Governance.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Governance.Benchmarks;

/// <summary>One table: one database with so many open tasks, cases taken from draft to their last vote over HTTP.</summary>
internal sealed class Run(DatabaseProvider provider, int openTasks, int cases, int clients)
{
    // The runtime compiles what is hot twice, the second time with what it saw at the first, beside the work and after it: it gets some
    // hundred cases in three turns, and the time to finish after each, as it has between the requests of an office.
    private const int WarmUp = 450;
    private const int Turns = 3;
    private const int ArrivalsPerSecond = 50;
    private const int Seats = 7;
    private ServerProcess _server = null!;

    /// <summary>Measures and prints.</summary>
    public async Task PrintAsync(CancellationToken ct)
    {
        await using var city = await BenchmarkCity.FoundAsync(provider, ct);
        var drafts = await city.DraftAsync(WarmUp + (2 * cases) + 1, ct);
        await using var server = _server = await ServerProcess.StartAsync(city.Settings, ct);
        using var people = await Clients.SignInAsync(city, server.Address, Seats, ct);
        await people.SubmitAsync(drafts[^1]);
        var tasks = new OpenTasks(city);
        await tasks.FillAsync(drafts[^1], openTasks, ct);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## {provider}, {openTasks:N0} open tasks, {clients} clients, {Environment.ProcessorCount} cores\n"));
        Console.WriteLine(Measured.Head);
        foreach (var turn in drafts[..WarmUp].Chunk(WarmUp / Turns))
        {
            await WayAsync(city, people, [.. turn], print: false, ct);
            await new Copies(city).CountAsync(ct);
            await server.RestAsync(ct);
        }

        await WayAsync(city, people, drafts[WarmUp..(WarmUp + cases)], print: true, ct);
        await ArrivalsAsync(city, people, drafts[(WarmUp + cases)..^1], ct);
        await InboxAsync(people, ct);
    }

    private async Task WayAsync(BenchmarkCity city, Clients people, List<Guid> drafts, bool print, CancellationToken ct)
    {
        await StepAsync(city, print, "submit", drafts, people.SubmitAsync, ct);
        foreach (var (activity, who, outcome) in new[] { ("formal-check", "office", "Complete"), ("cover-check", "treasurer", "Confirmed"), ("recommendation", "office", "Recommend") })
            await StepAsync(city, print, $"complete: {activity}", await TasksAsync(city, activity, ct), task => people.CompleteAsync(who, task, outcome), ct);
        var ballots = await city.LookAsync(db => db.Set<Ballot>().Where(ballot => ballot.Status == BallotStatus.Open).Select(ballot => ballot.Id).ToListAsync(ct));
        await StepAsync(city, print, "vote", [.. ballots.SelectMany(ballot => Enumerable.Range(1, Seats).Select(seat => (ballot, seat)))], vote => people.VoteAsync(vote.seat, vote.ballot), ct);
    }

    private async Task StepAsync<T>(BenchmarkCity city, bool print, string operation, List<T> items, Func<T, Task> send, CancellationToken ct)
    {
        var before = await Rows.CountAsync(city, ct);
        var measured = await OnServerAsync(Load.ByClientsAsync, operation, clients, items, send);
        if (!print)
            return;
        var rows = (await Rows.CountAsync(city, ct)).Since(before, items.Count);
        var raw = await new RawLimit(city.Settings.Database).MeasureAsync(rows, clients, ct);
        Console.WriteLine((measured with { Operation = $"{operation} ({rows})" }).Row(raw));
    }

    private async Task ArrivalsAsync(BenchmarkCity city, Clients people, List<Guid> drafts, CancellationToken ct)
    {
        foreach (var draft in drafts)
            await people.SubmitAsync(draft);
        var tasks = await TasksAsync(city, "formal-check", ct);
        Console.WriteLine((await OnServerAsync(Load.ByArrivalsAsync, $"complete: formal-check, {ArrivalsPerSecond} arrivals a second", ArrivalsPerSecond, tasks, task => people.CompleteAsync("office", task, "Complete"))).Row(raw: null));
    }

    private async Task InboxAsync(Clients people, CancellationToken ct)
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await Load.ByClientsAsync("", 1, Enumerable.Range(0, 50), _ => people.OpenInboxAsync());
            await _server.RestAsync(ct);
        }

        Console.WriteLine((await OnServerAsync(Load.ByClientsAsync, $"inbox page, {OpenTasks.TasksOfTheMember} tasks, 1 client", 1, Enumerable.Range(0, 300), _ => people.OpenInboxAsync())).Row(raw: null));
        Console.WriteLine((await OnServerAsync(Load.ByClientsAsync, "tasks by API, 50 of them, 1 client", 1, Enumerable.Range(0, 300), _ => people.ListTasksAsync())).Row(raw: null));
    }

    private async Task<Measured> OnServerAsync<T>(
        Func<string, int, IEnumerable<T>, Func<T, Task>, Task<Measured>> load, string operation, int atOnce, IEnumerable<T> items, Func<T, Task> send)
    {
        var before = _server.ProcessorSeconds;
        var measured = await load(operation, atOnce, items, send);
        return measured with { ServerSeconds = _server.ProcessorSeconds - before };
    }

    // The office's own tasks: those of the copied cases are notices and belong to others.
    private static Task<List<Guid>> TasksAsync(BenchmarkCity city, string activity, CancellationToken ct) => city.LookAsync(db =>
        db.Set<InboxTask>().Where(task => task.Assignee.StartsWith("role:") && task.IsOpen && task.ActivityId == activity && task.BookmarkKey != null).Select(task => task.Id).ToListAsync(ct));
}
