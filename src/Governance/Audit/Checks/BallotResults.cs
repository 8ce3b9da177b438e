using Governance.Ballots;
using Governance.Bodies;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Audit.Checks;

/// <summary>A closed ballot that members voted on in the program has the result that the rules give those votes.</summary>
internal sealed class BallotResults : ICheck
{
    public string Name => "ballot-results";

    public async Task RunAsync(GovernanceDb db, Findings found, CancellationToken ct)
    {
        var voted = db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.Status == BallotStatus.Closed
            && db.Set<BallotMember>().Any(member => member.BallotId == ballot.Id && member.Choice != null));
        for (var last = 0L; ;)
        {
            var after = last;
            var page = await voted.Where(ballot => ballot.Sequence > after).OrderBy(ballot => ballot.Sequence).Take(Findings.Page).ToListAsync(ct);
            if (page.Count == 0)
                return;
            last = page[^1].Sequence;
            var ids = page.Select(ballot => ballot.Id).ToArray();
            var members = (await db.Set<BallotMember>().AsNoTracking().Where(member => ids.Contains(member.BallotId)).ToListAsync(ct)).ToLookup(member => member.BallotId);
            found.Looked(page.Count);
            foreach (var ballot in page)
                Check(ballot, [.. members[ballot.Id]], found);
        }
    }

    private static void Check(Ballot ballot, IReadOnlyCollection<BallotMember> members, Findings found)
    {
        // Stopped by an objection: what was voted until then counts for nothing.
        if (ballot.Outcome == BallotClosing.StoppedByObjection && ballot.ObjectedBy is not null)
            return;
        if (ballot.Outcome != BallotClosing.NotQuorate && !Enum.TryParse<DecisionOutcome>(ballot.Outcome, out _))
            found.Add("ballot.unknown-outcome", ("ballot", ballot.Id), ("outcome", ballot.Outcome));

        // Postponed, withdrawn and the like end a ballot whatever was voted until then.
        else if (ballot.Outcome == BallotClosing.NotQuorate || Enum.Parse<DecisionOutcome>(ballot.Outcome!).IsVoted())
            CheckVoted(ballot, members, found);
    }

    private static void CheckVoted(Ballot ballot, IReadOnlyCollection<BallotMember> members, Findings found)
    {
        var votes = BallotCounting.Of(ballot, members);
        var stored = ballot.Yes is null ? votes : votes with
        {
            Present = (ballot.Present ?? 0) + (ballot.Recused ?? 0),
            Yes = ballot.Yes.Value,
            No = ballot.No ?? 0,
            Abstain = ballot.Abstained ?? 0,
            Recused = ballot.Recused ?? 0,
            Committee = ballot.ExpertCitizens is { } experts ? new((ballot.Present ?? 0) - experts, experts) : votes.TakingPart == ballot.Present ? votes.Committee : null,
            LackNotEstablished = ballot.LackNotEstablished,
        };
        foreach (var (choice, counted, given) in new[] { ("yes", stored.Yes, votes.Yes), ("no", stored.No, votes.No), ("abstain", stored.Abstain, votes.Abstain) })

            // In a meeting some may have voted by hand as well; a circular ballot knows no other votes.
            if (ballot.Procedure == VotingProcedure.Circular ? counted != given : counted < given)
                found.Add("ballot.counts-differ", ("ballot", ballot.Id), ("choice", choice), ("stored", counted), ("votes", given));

        var decided = BallotRules.Decide(stored);
        var computed = decided.IsSuccess ? decided.Value.Outcome.ToString() : decided.Error.Code;
        if (computed != Coarse(ballot.Outcome!))
            found.Add("ballot.result-differs", ("ballot", ballot.Id), ("stored", ballot.Outcome), ("computed", computed));
    }

    private static string Coarse(string outcome) =>
        outcome == BallotClosing.NotQuorate ? nameof(BallotOutcome.NotQuorate)
        : Enum.Parse<DecisionOutcome>(outcome).ToCoarse() == CoarseOutcome.Rejected ? nameof(BallotOutcome.Rejected)
        : nameof(BallotOutcome.Adopted);
}
