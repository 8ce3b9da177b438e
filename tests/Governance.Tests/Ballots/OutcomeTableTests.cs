using Governance.Audit;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Funding;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Tests.Papers;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Ballots;

/// <summary>Every outcome that councils record (domain § 3) moves a case on, at the hearing as at the decision, whatever way the body
/// votes. Real papers, ten a row at each, and their ballots record the very outcome of the row.</summary>
public sealed class OutcomeTableTests(OutcomeCities cities) : IClassFixture<OutcomeCities>
{
    private const int Papers = 10;

    // As many as wait for the disk together.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    // What a count of yes and no can come to by a simple majority. All other words for yes and no are those of minutes.
    private static readonly DecisionOutcome[] Counted =
    [
        DecisionOutcome.AdoptedUnanimously, DecisionOutcome.AdoptedByMajority,
        DecisionOutcome.RejectedUnanimously, DecisionOutcome.RejectedByMajority, DecisionOutcome.RejectedByTie,
    ];

    private static ProposalStage? GoesOn => null;

    /// <summary>Outcome, where it leads from the hearing (null: to the next body), where it leads from the decision.</summary>
    public static TheoryData<DecisionOutcome, ProposalStage?, ProposalStage> Table { get; } = new()
    {
        { DecisionOutcome.Adopted, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.AdoptedUnanimously, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.AdoptedByMajority, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.AdoptedAmended, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.AdoptedAmendedByMajority, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.AdoptedInPart, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.Rejected, GoesOn, ProposalStage.Rejected },
        { DecisionOutcome.RejectedUnanimously, GoesOn, ProposalStage.Rejected },
        { DecisionOutcome.RejectedByMajority, GoesOn, ProposalStage.Rejected },
        { DecisionOutcome.RejectedByTie, GoesOn, ProposalStage.Rejected },
        { DecisionOutcome.RejectedRequiredMajorityMissed, GoesOn, ProposalStage.Rejected },
        { DecisionOutcome.TakenNoteOf, GoesOn, ProposalStage.Noted },
        { DecisionOutcome.NotPutToVote, GoesOn, ProposalStage.Noted },
        { DecisionOutcome.PreAdvisedUnchanged, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.PreAdvisedChanged, GoesOn, ProposalStage.Adopted },
        { DecisionOutcome.Referred, ProposalStage.Referred, ProposalStage.Referred },
        { DecisionOutcome.Postponed, ProposalStage.Postponed, ProposalStage.Postponed },
        { DecisionOutcome.TakenOffAgenda, ProposalStage.Postponed, ProposalStage.Postponed },
        { DecisionOutcome.Withdrawn, ProposalStage.Withdrawn, ProposalStage.Withdrawn },
        { DecisionOutcome.Settled, ProposalStage.Settled, ProposalStage.Settled },
    };

    [Fact]
    public void The_table_has_every_outcome() => Table.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<DecisionOutcome>(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Table))]
    public Task On_SQLite_each_outcome_leads_where_the_table_says(DecisionOutcome outcome, ProposalStage? fromHearing, ProposalStage fromDecision) =>
        LeadsAsync(Provider.Sqlite, outcome, fromHearing, fromDecision);

    [Theory]
    [MemberData(nameof(Table))]
    public Task On_PostgreSQL_each_outcome_leads_where_the_table_says(DecisionOutcome outcome, ProposalStage? fromHearing, ProposalStage fromDecision) =>
        LeadsAsync(Provider.PostgreSql, outcome, fromHearing, fromDecision);

    private async Task LeadsAsync(Provider provider, DecisionOutcome outcome, ProposalStage? fromHearing, ProposalStage fromDecision)
    {
        var city = await cities.OfAsync(provider);

        // Only bodies in session word a result. At the hearing these are the committees, which hear the council's papers; the steering
        // group, which hears the committees' papers and decides on small ones, votes by circulation.
        var circularToo = !outcome.IsVoted() || Counted.Contains(outcome);
        var atHearing = await SubmitAsync(city, $"{outcome}-hearing", circularToo ? [BodyCodes.Council, BodyCodes.CommitteeOfLifeArea] : [BodyCodes.Council]);
        await Parallel.ForEachAsync(atHearing, AtOnce, async (paper, _) => await CheckAsync(city, paper, outcome, BallotRole.Hearing, fromHearing));
        var atDecision = await SubmitAsync(city, $"{outcome}-decision", circularToo ? [BodyCodes.Council, BodyCodes.CommitteeOfLifeArea, BodyCodes.Steering] : [BodyCodes.Council, BodyCodes.CommitteeOfLifeArea]);
        await Parallel.ForEachAsync(atDecision, AtOnce, async (paper, _) => await CheckAsync(city, paper, outcome, BallotRole.Decision, fromDecision));
        (await city.Do(city["auditor"], new Verify())).Breaches.ShouldBeEmpty();
    }

    private static async Task<List<Proposal>> SubmitAsync(TestCity city, string prefix, string[] bodies)
    {
        var renamed = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(RealPapers.Mixed(Papers, bodies)).Replace("@", prefix + "/", StringComparison.Ordinal));
        (await city.Do(city["office"], new ImportPapers(renamed, city["owner"].PersonId, Submit: true))).Refused.ShouldBeEmpty();
        var papers = await city.Look(db => db.Set<Proposal>().AsNoTracking().Where(row => row.ImportReference!.StartsWith(prefix + "/")).ToListAsync());
        papers.Count.ShouldBe(Papers);
        return papers;
    }

    private static async Task CheckAsync(TestCity city, Proposal paper, DecisionOutcome outcome, BallotRole role, ProposalStage? expected)
    {
        await city.RecommendAsync(paper.Id);
        while ((await city.WaitingAsync(paper.Id)).ShouldNotBeNull() is var before)
        {
            if (before.Role != role)
            {
                await city.DisposeOfAsync(before, DecisionOutcome.PreAdvisedUnchanged, paper.TotalCostCents);
                continue;
            }

            await city.DisposeOfAsync(before, outcome, paper.TotalCostCents);
            (await city.Look(db => db.Set<Ballot>().SingleAsync(ballot => ballot.Id == before.Ballot))).Outcome.ShouldBe(outcome.ToString(), before.Body);
            await StandsAsync(city, paper, before, expected);
            return;
        }
    }

    private static async Task StandsAsync(TestCity city, Proposal paper, BodiesAct.Waiting before, ProposalStage? expected)
    {
        var stage = (await city.ProposalAsync(paper.Id)).Stage;
        var next = (await city.WaitingAsync(paper.Id))?.Body;
        if (expected is null)
        {
            // The council's papers are heard by two committees, the committees' by the steering group.
            var moreHearings = before.Procedure == VotingProcedure.InSession;
            (stage, next).ShouldBe(moreHearings ? (ProposalStage.Hearing, BodyCodes.Finance) : (ProposalStage.Decision, (await city.ProposalAsync(paper.Id)).DecidingBody));
        }
        else
        {
            stage.ShouldBe(expected.Value, paper.ImportReference);
            next.ShouldBe(expected switch { ProposalStage.Postponed => before.Body, ProposalStage.Referred => BodyCodes.Advisory, _ => null });
        }

        // Money stays reserved as long as the case may still be adopted.
        var over = stage is ProposalStage.Rejected or ProposalStage.Noted or ProposalStage.Settled or ProposalStage.Withdrawn;
        (await ReservedAsync(city, paper.Id)).ShouldBe(over ? 0 : paper.TotalCostCents);
    }

    private static Task<long> ReservedAsync(TestCity city, Guid proposal) => city.Look(db => db.Set<LedgerEntry>().Where(entry => entry.ProposalId == proposal)
        .SumAsync(entry => entry.Kind == nameof(LedgerEntryKind.Reservation) ? entry.AmountCents : -entry.AmountCents));
}
