using System.Globalization;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Inbox;
using Governance.People;
using Governance.Persistence;
using Governance.Processes;
using Governance.Proposals;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Demo;

/// <summary>Plays the history of the demo's proposals through the same use cases that people use, each step at its time.</summary>
public sealed class DemoHistory(OneTransaction transaction, DemoClock clock)
{
    /// <summary>Hours between two steps of a case.</summary>
    private const double Step = 44;

    // In the place of a sign-in name: whoever owns the proposal.
    private const string Owner = "";

    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);

    /// <summary>Founds the city when nobody is there, and plays all projects, <paramref name="scale"/> times, each time for owners of its
    /// own: everything, or on a fault nothing.</summary>
    public async Task<Result<int>> PlayAsync(int scale, CancellationToken ct)
    {
        var present = clock.Present;
        clock.GoTo(present.AddDays(-90));
        if ((await SendAsync(Actor.System, new FoundDemoCity(scale), ct)).Error is { } refused)
            return refused;
        var played = 0;
        foreach (var project in DemoProjects.All(BerlinTime.DayOf(present.UtcDateTime).Year).SelectMany(project => Enumerable.Range(1, scale).Select(copy => Copy(project, copy))))
        {
            clock.GoTo(present.AddDays(-project.DaysAgo).AddHours(-1));
            await PlayAsync(project, ct);
            played++;
        }

        clock.GoTo(present);
        await transaction.CommitAsync(ct);
        return played;
    }

    private static DemoProject Copy(DemoProject project, int copy) => copy == 1
        ? project
        : project with { Owner = DemoPeople.Copy(project.Owner, copy), Content = project.Content with { Title = $"{project.Content.Title} ({copy})", Project = "" } };

    private async Task PlayAsync(DemoProject project, CancellationToken ct)
    {
        var owner = await ActorAsync(project.Owner, ct);
        var id = await DoAsync(owner, new CreateDraft(project.Content), ct);
        if (project.Progress == DemoProgress.Draft)
            return;
        await DoAsync(owner, new SubmitProposal(id, 0), ct);
        foreach (var step in Steps(project.Progress))
        {
            clock.Pass(Step);
            await step(id, owner, ct);
        }
    }

    private IEnumerable<Func<Guid, Actor, CancellationToken, Task>> Steps(DemoProgress progress)
    {
        switch (progress)
        {
            case DemoProgress.FormalCheck:
                yield break;
            case DemoProgress.Returned:
                yield return Answer("formal-check", "office", "Return", "Bitte ergänzen Sie die Folgekosten des Betriebs und die Abstimmung mit der Feuerwehr.");
                yield break;
        }

        yield return Answer("formal-check", "office", "Complete");
        if (progress == DemoProgress.Opinions)
            yield break;
        yield return Answer("cover-check", "treasurer", "Confirmed");
        yield return Answer("data-protection", "dpo", "Conditions", "Löschfristen sind vor dem Start festzulegen.", optional: true);
        if (progress == DemoProgress.Withdrawn)
            yield return (id, owner, ct) => DoAsync(owner, new WithdrawProposal(id, "Die Dächer werden im Zuge der Sanierung ohnehin geprüft."), ct);
        if (progress is DemoProgress.Recommendation or DemoProgress.Withdrawn)
            yield break;
        yield return Answer("recommendation", "office", "Recommend", "Das Vorhaben passt zum Zielbild.");
        if (progress == DemoProgress.OfficeDecision)
            yield break;
        if (progress is DemoProgress.Noted or DemoProgress.Settled)
        {
            yield return Answer("office-decision", "office2", $"{progress}", progress == DemoProgress.Noted ? "Kosten entstehen der Stadt nicht; nichts ist zu bewilligen." : "Das Vorhaben ist im laufenden Betrieb schon umgesetzt.");
            yield break;
        }

        yield return Answer("office-decision", "office2", "Adopted", optional: true);
        if (progress == DemoProgress.Hearing)
        {
            yield return VoteCircular(VoteChoice.Yes, members: 3);
            yield break;
        }

        foreach (var step in Ballots(progress))
            yield return step;
    }

    private IEnumerable<Func<Guid, Actor, CancellationToken, Task>> Ballots(DemoProgress progress)
    {
        // Hearing bodies first: they advise in favour until the deciding body has it.
        yield return Hearings();
        switch (progress)
        {
            case DemoProgress.Decision:
                yield break;
            case DemoProgress.DecisionOpen:
                yield return OpenInSession();
                yield break;
            case DemoProgress.Referred:
                yield return Record(DecisionOutcome.Referred, BodyCodes.Finance);
                yield break;
            case DemoProgress.Postponed:
                yield return Record(DecisionOutcome.Postponed);
                yield break;
            case DemoProgress.Rejected:
                yield return VoteCircular(VoteChoice.No, members: 7);
                yield break;
        }

        yield return Decide();
        if (progress == DemoProgress.Adopted)
            yield break;
        yield return PassObjectionPeriod;
        if (progress is DemoProgress.Running or DemoProgress.Closed)
            yield return Answer("execution", Owner, "Begun", data: Execution());
        if (progress == DemoProgress.Closed)
            yield return Answer("completion", Owner, "Done", "In Betrieb seit dem Ersten des Monats.");
    }

    private Func<Guid, Actor, CancellationToken, Task> Answer(string activity, string who, string outcome, string? comment = null, bool optional = false, Dictionary<string, string?>? data = null) => async (id, owner, ct) =>
    {
        var task = await LookAsync(db => db.Set<InboxTask>().Where(row => row.ProposalId == id && row.ActivityId == activity && row.IsOpen).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct), ct);
        if (task is { } found)
            await DoAsync(who == Owner ? owner : await ActorAsync(who, ct), new CompleteTask(found, outcome, comment, data), ct);
        else if (!optional)
            throw new InvalidOperationException($"The demo expects the task {activity}.");
    };

    private Dictionary<string, string?> Execution() => new(StringComparer.Ordinal)
    {
        ["carriedOutBy"] = "Tiefbauamt",
        ["doneBy"] = BerlinTime.DayOf(clock.Present.UtcDateTime).AddDays(300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private Func<Guid, Actor, CancellationToken, Task> Hearings() => async (id, owner, ct) =>
    {
        while (await BallotAsync(id, ct) is { Role: BallotRole.Hearing } ballot)
        {
            if (ballot.Procedure == VotingProcedure.Circular)
                await VoteCircular(VoteChoice.Yes, members: 7)(id, owner, ct);
            else
                await Record(DecisionOutcome.PreAdvisedUnchanged)(id, owner, ct);
            clock.Pass(Step);
        }
    };

    private Func<Guid, Actor, CancellationToken, Task> Decide() => async (id, owner, ct) =>
    {
        if (await BallotAsync(id, ct) is not { } ballot)
            return;
        if (ballot.Procedure == VotingProcedure.Circular)
            await VoteCircular(VoteChoice.Yes, members: 7)(id, owner, ct);
        else
            await Record(DecisionOutcome.AdoptedByMajority)(id, owner, ct);
    };

    private Func<Guid, Actor, CancellationToken, Task> VoteCircular(VoteChoice choice, int members) => async (id, _, ct) =>
    {
        if (await BallotAsync(id, ct) is not { } ballot)
            return;
        for (var seat = 1; seat <= members; seat++)
            await DoAsync(await ActorAsync($"steering{seat}", ct), new CastVote(ballot.Id, seat == members && members == 7 ? VoteChoice.Abstain : choice), ct);
    };

    private Func<Guid, Actor, CancellationToken, Task> OpenInSession() => async (id, _, ct) =>
    {
        if (await BallotAsync(id, ct) is not { } ballot)
            return;

        // The committee sits right now.
        clock.GoTo(clock.Present.AddMinutes(-20));
        await DoAsync(await ActorAsync("clerk", ct), new OpenBallot(ballot.Id), ct);
        for (var seat = 3; seat <= 8; seat++)
            await DoAsync(await ActorAsync($"mobility{seat}", ct), new CastVote(ballot.Id, seat == 5 ? VoteChoice.No : VoteChoice.Yes), ct);
    };

    private Func<Guid, Actor, CancellationToken, Task> Record(DecisionOutcome outcome, string? referredTo = null) => async (id, _, ct) =>
    {
        if (await BallotAsync(id, ct) is not { } ballot)
            return;
        var counts = outcome == DecisionOutcome.AdoptedByMajority ? new RecordedCounts(Present: 14, Yes: 11, No: 2, Abstain: 1, ExpertCitizens: 2) : null;
        await DoAsync(await ActorAsync("clerk", ct), new RecordBallotResult(ballot.Id, outcome, counts, ReferredTo: referredTo), ct);
    };

    private async Task PassObjectionPeriod(Guid id, Actor owner, CancellationToken ct)
    {
        clock.Pass(24 * 6);
        foreach (var timer in await DoAsync(Actor.System, new DueTimers(100), ct))
            await DoAsync(Actor.System, timer, ct);
    }

    private Task<Ballot?> BallotAsync(Guid id, CancellationToken ct) =>
        LookAsync(db => db.Set<Ballot>().AsNoTracking().SingleOrDefaultAsync(row => row.ProposalId == id && row.Status != BallotStatus.Closed, ct), ct);

    private async Task<Actor> ActorAsync(string name, CancellationToken ct)
    {
        if (_actors.TryGetValue(name, out var known))
            return known;
        var found = await LookAsync(async db =>
        {
            var person = await db.Set<SignInAlias>().Where(alias => alias.Name == name).Join(db.Users, alias => alias.PersonId, row => row.Id, (alias, row) => new { row.Id, row.FullName }).SingleAsync(ct);
            var roles = await db.Set<Appointment>().Where(row => row.PersonId == person.Id).Select(row => row.Role).ToListAsync(ct);
            return new Actor(person.Id, person.FullName, roles.ToHashSet(), [], default);
        }, ct);
        return _actors[name] = found;
    }

    private async Task<T> DoAsync<T>(Actor actor, IRequest<Result<T>> request, CancellationToken ct)
    {
        var result = await SendAsync(actor, request, ct);
        return result.IsSuccess ? result.Value : throw new InvalidOperationException($"The demo was refused {request.GetType().Name}: {result.Error!.Code}");
    }

    private Task<T> LookAsync<T>(Func<GovernanceDb, Task<T>> look, CancellationToken ct) =>
        transaction.InsideAsync(services => look(services.GetRequiredService<GovernanceDb>()), ct);

    private Task<Result<T>> SendAsync<T>(Actor actor, IRequest<Result<T>> request, CancellationToken ct) => transaction.InsideAsync(
        services =>
        {
            services.GetRequiredService<CommandScope>().Actor = actor with { Today = BerlinTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime) };
            return services.GetRequiredService<IMediator>().Send(request, ct);
        },
        ct);
}
