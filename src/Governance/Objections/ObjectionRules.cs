using Governance.Bodies;

namespace Governance.Objections;

/// <summary>Who may object to a decision, what it takes, and who decides then (§§ 54, 57 (4), 62 (1) GO NRW). Pure.</summary>
public static class ObjectionRules
{
    /// <summary>Days from the decision within which the mayor may object for the common good (§ 54 (1) GO NRW).</summary>
    public const int MayorsObjectionDays = 3;

    /// <summary>One of so many members is needed (§ 57 (4) GO NRW).</summary>
    public const int MembersFraction = 5;

    /// <summary>The mayor in person: who decides after <see cref="ObjectionKind.MayorsRecall"/>.</summary>
    public const string Mayor = nameof(Mayor);

    /// <summary>What the actor may raise.</summary>
    /// <param name="decided">What the body that decided is in law.</param>
    /// <param name="isMayor">Whether the actor is the mayor.</param>
    /// <param name="isMember">Whether the actor was entitled to vote in that decision and not excluded from it.</param>
    /// <param name="earlier">Kinds that suspended a decision on the same matter before.</param>
    public static IReadOnlyList<ObjectionKind> Allowed(BodyKind decided, bool isMayor, bool isMember, IReadOnlyCollection<ObjectionKind> earlier) => (decided, isMayor) switch
    {
        (BodyKind.Council, true) => earlier.Contains(ObjectionKind.MayorsObjection)
            ? [ObjectionKind.LegalityObjection]
            : [ObjectionKind.MayorsObjection, ObjectionKind.LegalityObjection],
        (BodyKind.Committee, true) => [ObjectionKind.CommitteeObjection, ObjectionKind.LegalityObjection],
        (BodyKind.Committee, false) when isMember => [ObjectionKind.CommitteeObjection],
        (BodyKind.Administration or BodyKind.Advisory, true) => [ObjectionKind.MayorsRecall],
        _ => [],
    };

    /// <summary>How many members must object so that the decision is suspended: a fifth of the statutory number, rounded up, at least one.</summary>
    /// <param name="statutoryMembers">At least 1.</param>
    public static int MembersNeeded(int statutoryMembers) => Math.Max(1, (statutoryMembers + MembersFraction - 1) / MembersFraction);

    /// <summary>Whether the decision is suspended now: by the mayor alone, or by enough members.</summary>
    public static bool Suspends(bool byMayor, int membersObjecting, int statutoryMembers) => byMayor || membersObjecting >= MembersNeeded(statutoryMembers);

    /// <summary>Who decides after an objection of the kind, by code, or <see cref="Mayor"/>.</summary>
    public static string DecidesNext(ObjectionKind kind, string decidedBy) => kind switch
    {
        ObjectionKind.CommitteeObjection => BodyCodes.Council,
        ObjectionKind.MayorsRecall => Mayor,
        _ => decidedBy,
    };

    /// <summary>Who decides if the body keeps a decision that was held unlawful.</summary>
    public static Contest ContestOf(ObjectionKind kind, BodyKind decided) =>
        kind != ObjectionKind.LegalityObjection ? Contest.None : decided == BodyKind.Council ? Contest.Supervision : Contest.Council;
}

/// <summary>Who has the last word on a decision that was held unlawful (§ 54 (2), (3) GO NRW).</summary>
public enum Contest
{
    /// <summary>It was not held unlawful.</summary>
    None,

    /// <summary>The council, about a committee's decision.</summary>
    Council,

    /// <summary>The supervisory authority, about the council's decision.</summary>
    Supervision,
}
