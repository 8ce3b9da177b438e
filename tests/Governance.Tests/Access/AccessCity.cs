using Governance.Ballots;
using Governance.Inbox;
using Governance.People;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Papers;
using Governance.Tests.Processes;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Access;

/// <summary>A city with one of everything that a request may be about, and everybody who may ask.</summary>
public sealed class AccessCity : IAsyncLifetime
{
    /// <summary>The city.</summary>
    public TestCity City { get; private set; } = null!;

    /// <summary>Everybody, in the order of the table's columns.</summary>
    public IReadOnlyList<(string Name, Actor Actor)> Everybody { get; private set; } = [];

    /// <summary>A proposal of <c>owner</c> that a committee decides on.</summary>
    public Guid Proposal { get; private set; }

    /// <summary>A draft of <c>owner</c>.</summary>
    public Guid Draft { get; private set; }

    /// <summary>A proposal of <c>owner</c> that was returned.</summary>
    public Guid Returned { get; private set; }

    /// <summary>An imported draft of <c>owner</c>.</summary>
    public Guid Imported { get; private set; }

    /// <summary>The committee's ballot.</summary>
    public Guid Ballot { get; private set; }

    /// <summary>A task of the office.</summary>
    public Guid OfficeTask { get; private set; }

    /// <summary>A task of <c>owner</c> in person.</summary>
    public Guid OwnersTask { get; private set; }

    /// <summary>A circular ballot.</summary>
    public Guid CircularBallot { get; private set; }

    /// <summary>A deputising of <c>owner</c>.</summary>
    public Guid OwnersDeputy { get; private set; }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        City = await TestCity.FoundAsync(Provider.Sqlite);
        Everybody = [.. People()];
        Proposal = await City.SubmitAsync(ProposalWay.Content(150_000));
        await City.RecommendAsync(Proposal);
        await City.DecideAsync(Proposal, DecisionOutcome.Adopted);
        Ballot = (await City.BallotAsync(Proposal)).ShouldNotBeNull().Id;
        Draft = await City.Do(City["owner"], new CreateDraft(ProposalWay.Content(1_000)));
        await City.Do(City["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1")), City["owner"].PersonId));
        Imported = await City.Look(db => db.Set<Proposal>().Where(row => row.ImportReference == "1").Select(row => row.Id).SingleAsync());
        OfficeTask = await City.TaskAsync(await City.SubmitAsync(ProposalWay.Content(2_000)), "formal-check");
        Returned = await City.SubmitAsync(ProposalWay.Content(3_000));
        await City.AnswerAsync(Returned, "formal-check", "office", "Return", "Unvollständig.");
        OwnersTask = await City.TaskAsync(Returned, "correction");
        var circular = await City.SubmitAsync(ProposalWay.Content(50_000));
        await City.RecommendAsync(circular);
        CircularBallot = (await City.BallotAsync(circular)).ShouldNotBeNull().Id;
        foreach (var workflow in new[] { "circular-resolution", "progress-report" })
            await City.PublishAsync(await Processes.BeginCaseTests.OursAsync(workflow));
        OwnersDeputy = await City.Do(City["owner"], new AppointDeputy(City["owner"].PersonId, City["owner2"].PersonId, new(2026, 12, 1), new(2026, 12, 2)));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => City.DisposeAsync();

    private IEnumerable<(string Name, Actor Actor)> People()
    {
        yield return ("visitor", Actor.Visitor);
        foreach (var name in new[] { "citizen", "owner", "owner2", "office", "treasurer", "auditor", "dpo", "security", "mayor", "deputymayor", "clerk", "admin" })
            yield return (name, City[name]);
        yield return ("chair", City["committee-mobility-1"]);
        yield return ("member", City["committee-mobility-2"]);
        yield return ("heard", City["steering-2"]);
        yield return ("elsewhere", City["committee-safety-2"]);
        yield return ("deputy", new Actor(Guid.CreateVersion7(), "deputy", new HashSet<Role>(), [City["owner"].PersonId], default));
        yield return ("program", Actor.System);
    }
}
