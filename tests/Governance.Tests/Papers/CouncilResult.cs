using Governance.Ballots;
using Governance.Bodies;
using Governance.Proposals;

namespace Governance.Tests.Papers;

/// <summary>What the real council recorded last for a paper, and where a case of ours must then stand. The result is applied to the body
/// that decides on our route, which need not be the one that recorded it, and acts in its own way: the table below is the whole mapping.</summary>
internal static class CouncilResult
{
    /// <summary>Reference to the outcome of the paper's last step that has one, whichever body recorded it; null where no step has one. Steps
    /// of no date stand at the end of the chain though the council may long have decided.</summary>
    public static IReadOnlyDictionary<string, DecisionOutcome?> ByReference { get; } = TestData.Csv("council-papers.csv").ToDictionary(
        paper => paper["reference"],
        paper => paper["steps"].Split(" > ").Select(step => step.Split('|')[3]).LastOrDefault(text => text.Length > 0) is { } text ? OutcomeText.Parse(text).Value : (DecisionOutcome?)null,
        StringComparer.Ordinal);

    /// <summary>Where the case stands once the result has been applied and the objection period is over.
    /// <list type="bullet">
    /// <item>In session the clerk records every outcome as worded.</item>
    /// <item>A circular body votes yes or no on the text it was sent: with changes or in part is adopted as sent (another text would be
    /// another circular). What needs no vote the clerk records before the first vote.</item>
    /// <item>The office grants as asked: it returns a proposal that it wants changed before it decides. It takes note or declares
    /// settled; postponing and referring is leaving its own task open.</item>
    /// </list></summary>
    public static ProposalStage StageAfter(CoarseOutcome? outcome, VotingProcedure procedure) => (outcome, procedure) switch
    {
        (null, _) => ProposalStage.Decision,
        (CoarseOutcome.Adopted or CoarseOutcome.AdoptedAmended or CoarseOutcome.AdoptedInPart, _) => ProposalStage.Granted,
        (CoarseOutcome.Rejected, _) => ProposalStage.Rejected,
        (CoarseOutcome.Noted, _) => ProposalStage.Noted,
        (CoarseOutcome.Settled, _) => ProposalStage.Settled,
        (CoarseOutcome.Withdrawn, _) => ProposalStage.Withdrawn,
        (CoarseOutcome.Postponed or CoarseOutcome.TakenOff or CoarseOutcome.Referred, VotingProcedure.Office) => ProposalStage.Decision,
        (CoarseOutcome.Postponed or CoarseOutcome.TakenOff, _) => ProposalStage.Postponed,
        (CoarseOutcome.Referred, _) => ProposalStage.Referred,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not in the table."),
    };

    /// <summary>The sum granted: in part means sixty per cent to the cent where the body is in session, else all that was asked for.</summary>
    public static long Granted(long askedCents, DecisionOutcome? outcome, VotingProcedure procedure) =>
        outcome == DecisionOutcome.AdoptedInPart && procedure == VotingProcedure.InSession ? new Money(askedCents).Share(6_000).Cents : askedCents;
}
