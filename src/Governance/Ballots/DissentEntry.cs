namespace Governance.Ballots;

/// <summary>A result as minutes often give it: only the dissent ("mehrheitlich, 9 Nein, 1 Enthaltung").</summary>
/// <param name="Present">Voting members in the room, those recused included.</param>
/// <param name="Recused">Members with a conflict of interest (GO NRW § 31).</param>
/// <param name="No">No votes.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="NotVoting">Members in the room who took no part in the vote.</param>
public sealed record DissentEntry(int Present, int Recused, int No, int Abstain, int NotVoting)
{
    /// <summary>The yes votes: present less recused, no, abstained and not voting; or <c>ballot.dissent-exceeds-present</c>.</summary>
    public Result<int> Yes()
    {
        if (Present < 0 || Recused < 0 || No < 0 || Abstain < 0 || NotVoting < 0)
            return Error.Of("ballot.dissent-negative");

        var yes = (long)Present - Recused - No - Abstain - NotVoting;
        return yes < 0
            ? Error.Of("ballot.dissent-exceeds-present", ("dissent", Present - yes), ("present", Present))
            : (int)yes;
    }
}
