namespace Governance.Bodies;

/// <summary>Codes of the bodies that every city starts with. Cities add their own.</summary>
public static class BodyCodes
{
    /// <summary>Stabsstelle Digitalisierung.</summary>
    public const string Office = "office";

    /// <summary>Lenkungskreis.</summary>
    public const string Steering = "steering";

    /// <summary>Fachausschuss for mobility and environment.</summary>
    public const string MobilityCommittee = "committee-mobility";

    /// <summary>Fachausschuss for education and society.</summary>
    public const string EducationCommittee = "committee-education";

    /// <summary>Fachausschuss for safety and health.</summary>
    public const string SafetyCommittee = "committee-safety";

    /// <summary>Haupt- und Finanzausschuss.</summary>
    public const string Finance = "finance";

    /// <summary>Rat.</summary>
    public const string Council = "council";

    /// <summary>Beirat.</summary>
    public const string Advisory = "advisory";

    /// <summary>Placeholder in authority tables: the Fachausschuss of the proposal's leading life area.</summary>
    public const string CommitteeOfLifeArea = "committee";

    /// <summary>The real bodies above, without the placeholder.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Office, Steering, MobilityCommittee, EducationCommittee, SafetyCommittee, Finance, Council, Advisory];
}
