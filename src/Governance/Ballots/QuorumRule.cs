using Governance.Texts;

namespace Governance.Ballots;

/// <summary>Whether a body can decide (Beschlussfähigkeit, GO NRW §§ 49, 58 (3)).</summary>
public static class QuorumRule
{
    /// <summary>The fewest voting members who must take part: more than half of the statutory number.</summary>
    public static int Needed(int statutoryMembers) => (statutoryMembers / 2) + 1;

    /// <summary>Whether the body is quorate for the item, and why. Recused members do not count as present (§ 31).</summary>
    public static QuorumDecision Decide(BallotCount count)
    {
        if (count.Call == CallKind.SecondWithNotice)
            return new(IsQuorate: true, Reason.Of("quorum.second-call", ("takingPart", count.TakingPart)));
        if (count.LackNotEstablished)
            return new(IsQuorate: true, Reason.Of("quorum.lack-not-established"));

        var needed = Needed(count.StatutoryMembers);
        if (count.TakingPart < needed)
            return new(IsQuorate: false, Explain(Missing(count), count, needed));
        if (count.Committee is { } committee && committee.CouncilMembers <= committee.ExpertCitizens)
            return new(IsQuorate: false, ExpertCitizensPrevail(committee));

        return new(IsQuorate: true, Explain(count.Recused > 0 ? "quorum.reached-recused" : "quorum.reached", count, needed));
    }

    private static string Missing(BallotCount count) => count switch
    {
        { Call: CallKind.SecondWithoutNotice } => "quorum.missed-without-notice",
        { Recused: > 0 } => "quorum.missed-recused",
        _ => "quorum.missed",
    };

    private static Reason Explain(string code, BallotCount count, int needed) => new(code, new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["takingPart"] = count.TakingPart,
        ["present"] = count.Present,
        ["recused"] = count.Recused,
        ["members"] = count.StatutoryMembers,
        ["needed"] = needed,
    });

    private static Reason ExpertCitizensPrevail(CommitteeAttendance committee) => Reason.Of(
        "quorum.expert-citizens",
        ("councilMembers", committee.CouncilMembers),
        ("expertCitizens", committee.ExpertCitizens));
}

/// <summary>Whether the body is quorate, and why.</summary>
public sealed record QuorumDecision(bool IsQuorate, Reason Reason);
