namespace Governance.Ballots;

/// <summary>Refuses counts that cannot be right, so that a slip of the pen never becomes a resolution.</summary>
public static class BallotCountCheck
{
    /// <summary>Null when the counts are consistent; otherwise <c>ballot.negative-count</c>, <c>ballot.no-members</c>,
    /// <c>ballot.too-many-present</c>, <c>ballot.too-many-recused</c>, <c>ballot.too-many-votes</c>, <c>ballot.attendance-differs</c>.</summary>
    public static Error? Check(BallotCount count) =>
        Negative(count) ?? People(count) ?? Votes(count) ?? Committee(count);

    private static Error? Negative(BallotCount count)
    {
        (string Field, int Value)[] fields =
        [
            ("members", count.StatutoryMembers), ("present", count.Present), ("yes", count.Yes), ("no", count.No),
            ("abstain", count.Abstain), ("invalid", count.Invalid), ("recused", count.Recused),
            ("councilMembers", count.Committee?.CouncilMembers ?? 0), ("expertCitizens", count.Committee?.ExpertCitizens ?? 0),
        ];
        return fields
            .Where(field => field.Value < 0)
            .Select(field => Error.Of("ballot.negative-count", ("field", field.Field), ("value", field.Value)))
            .FirstOrDefault();
    }

    private static Error? People(BallotCount count)
    {
        if (count.StatutoryMembers == 0)
            return Error.Of("ballot.no-members");
        if (count.Present > count.StatutoryMembers)
            return Error.Of("ballot.too-many-present", ("present", count.Present), ("members", count.StatutoryMembers));
        return count.Recused > count.Present
            ? Error.Of("ballot.too-many-recused", ("recused", count.Recused), ("present", count.Present))
            : null;
    }

    private static Error? Votes(BallotCount count)
    {
        // long, because four counts near the end of int must not wrap round into a valid number.
        var votes = (long)count.Yes + count.No + count.Abstain + count.Invalid;
        return votes > count.TakingPart
            ? Error.Of("ballot.too-many-votes", ("votes", votes), ("takingPart", count.TakingPart))
            : null;
    }

    private static Error? Committee(BallotCount count)
    {
        if (count.Committee is not { } committee)
            return null;

        var people = (long)committee.CouncilMembers + committee.ExpertCitizens;
        return people != count.TakingPart
            ? Error.Of("ballot.attendance-differs", ("people", people), ("takingPart", count.TakingPart))
            : null;
    }
}
