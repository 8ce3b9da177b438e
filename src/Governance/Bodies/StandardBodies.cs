namespace Governance.Bodies;

/// <summary>The bodies that a city of 150,000 inhabitants starts with. Data, not a rule: every city renames them, adds its own and
/// fills their seats.</summary>
internal static class StandardBodies
{
    /// <summary>New rows, each without seats.</summary>
    public static IReadOnlyList<Body> Create() =>
    [
        Of(BodyCodes.Office, "Stabsstelle Digitalisierung", "Digitalisation office", BodyKind.Administration, 1, VotingProcedure.Office),
        Of(BodyCodes.Steering, "Lenkungskreis", "Steering group", BodyKind.Administration, 7, VotingProcedure.Circular),
        Of(BodyCodes.Council, "Rat der Stadt", "City council", BodyKind.Council, 59, VotingProcedure.InSession),
        Of(BodyCodes.MobilityCommittee, "Ausschuss für Mobilität und Umwelt", "Committee on mobility and environment", BodyKind.Committee, 15, VotingProcedure.InSession),
        Of(BodyCodes.EducationCommittee, "Ausschuss für Bildung und Gesellschaft", "Committee on education and society", BodyKind.Committee, 15, VotingProcedure.InSession),
        Of(BodyCodes.SafetyCommittee, "Ausschuss für Sicherheit und Gesundheit", "Committee on safety and health", BodyKind.Committee, 15, VotingProcedure.InSession),
        Of(BodyCodes.Finance, "Haupt- und Finanzausschuss", "Main and finance committee", BodyKind.Committee, 17, VotingProcedure.InSession),
        Of(BodyCodes.Advisory, "Beirat Digitale Stadt", "Advisory board", BodyKind.Advisory, 9, VotingProcedure.Circular),
    ];

    private static Body Of(string code, string de, string en, BodyKind kind, int members, VotingProcedure procedure) =>
        new() { Code = code, NameDe = de, NameEn = en, Kind = kind, StatutoryMembers = members, Procedure = procedure };
}
