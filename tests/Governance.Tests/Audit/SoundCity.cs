using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Audit;

/// <summary>A city with proposals in many stages, all brought there by use cases; tests damage copies of its database.</summary>
public sealed class SoundCity : IAsyncDisposable
{
    private readonly Dictionary<Provider, Task<TestCity>> _cities = [];
    private readonly SemaphoreSlim _copying = new(1);

    /// <summary>A copy of its database.</summary>
    public async Task<TestDatabase> CopyAsync(Provider provider)
    {
        Task<TestCity> city;
        lock (_cities)
            city = _cities.TryGetValue(provider, out var known) ? known : _cities[provider] = LiveAsync(provider);
        await _copying.WaitAsync();
        try
        {
            return await (await city).Database.CopyAsync();
        }
        finally
        {
            _copying.Release();
        }
    }

    /// <summary>What verification says of a database.</summary>
    public static async Task<Verification> VerifyAsync(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddGovernance((_, options) => database.Use(options), singleWriter: database.Provider == Provider.Sqlite);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = Actor.System;
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Verify())).Value;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var city in _cities.Values)
            await (await city).DisposeAsync();
        _copying.Dispose();
    }

    private static async Task<TestCity> LiveAsync(Provider provider)
    {
        var city = await TestCity.FoundAsync(provider);
        var running = await RecommendedAsync(city, 20_000);
        await city.AnswerAsync(running, "office-decision", "office", "Adopted");
        await city.DecideAsync(await RecommendedAsync(city, 40_000), DecisionOutcome.Adopted);
        await VoteInSessionAsync(city, await HeardAsync(city));
        await city.PassObjectionPeriodAsync();
        await city.BeginExecutionAsync(running);

        await city.DecideAsync(await RecommendedAsync(city, 41_000), DecisionOutcome.Rejected);
        await RecommendedAsync(city, 42_000);
        await HeardAsync(city);
        await city.SubmitAsync(ProposalWay.Content(43_000));
        await city.Do(city["owner"], new CreateDraft(ProposalWay.Content(44_000)));
        return city;
    }

    private static async Task<Guid> RecommendedAsync(TestCity city, long euro)
    {
        var id = await city.SubmitAsync(ProposalWay.Content(euro));
        await city.RecommendAsync(id);
        return id;
    }

    private static async Task<Guid> HeardAsync(TestCity city)
    {
        var id = await RecommendedAsync(city, 150_000);
        await city.DecideAsync(id, DecisionOutcome.Adopted);
        return id;
    }

    private static async Task VoteInSessionAsync(TestCity city, Guid proposal)
    {
        var (ballot, _) = (await city.BallotAsync(proposal)).ShouldNotBeNull();
        var members = city.MembersOf(BodyCodes.MobilityCommittee).ToList();
        await city.Do(city["clerk"], new OpenBallot(ballot));
        await city.Do(members[0], new CastVote(ballot, VoteChoice.Yes));
        await city.Do(members[1], new CastVote(ballot, VoteChoice.Yes));
        await city.Do(members[2], new DeclareRecusal(ballot, "Grundstücksnachbar"));
        await city.Do(city["clerk"], new CloseBallot(ballot));
    }
}
