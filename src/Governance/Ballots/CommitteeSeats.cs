namespace Governance.Ballots;

/// <summary>How many may take part in a body's ballot by what right, elected substitutes included (§ 58 (1), (3) GO NRW).</summary>
/// <param name="CouncilMembers">Seats of council members, 0 or more.</param>
/// <param name="ExpertCitizens">Seats of expert citizens, 0 or more.</param>
public sealed record CommitteeSeats(int CouncilMembers, int ExpertCitizens)
{
    /// <summary>Why these cannot have taken part, or null. Each names the field: <c>ballot.expert-citizens-needed</c> where expert citizens
    /// sit and none are named, not even zero; <c>-too-many</c> of them for the seats; <c>-above-present</c>; <c>-against-votes</c> that the
    /// program knows; <c>ballot.council-members-too-many</c> for the seats.</summary>
    /// <param name="takingPart">Voting members taking part, 0 or more.</param>
    /// <param name="expertCitizens">Expert citizens among them, or null when nobody said.</param>
    /// <param name="voted">Who voted in the program.</param>
    public Error? Check(int takingPart, int? expertCitizens, CommitteeAttendance voted)
    {
        if (expertCitizens > ExpertCitizens)
            return Of("ballot.expert-citizens-too-many", ("named", expertCitizens), ("seats", ExpertCitizens));
        if (ExpertCitizens == 0)
            return null;
        if (expertCitizens is not { } named)
            return Of("ballot.expert-citizens-needed", ("seats", ExpertCitizens));
        if (named > takingPart)
            return Of("ballot.expert-citizens-above-present", ("named", named), ("takingPart", takingPart));
        if (named < voted.ExpertCitizens || takingPart - named < voted.CouncilMembers)
            return Of("ballot.expert-citizens-against-votes", ("experts", voted.ExpertCitizens), ("council", voted.CouncilMembers));
        return takingPart - named > CouncilMembers
            ? Of("ballot.council-members-too-many", ("named", takingPart - named), ("seats", CouncilMembers))
            : null;
    }

    private static Error Of(string code, params (string Name, object? Value)[] facts)
    {
        var error = Error.Of(code, facts);
        return error with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [nameof(ExpertCitizens)] = [error] } };
    }
}
