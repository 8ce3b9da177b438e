using Governance.LifeAreas;

namespace Governance.Bodies;

/// <summary>The authority table that a city of 150,000 inhabitants starts with. Data, not a rule: every city changes it by a new
/// version, and nothing else in the program knows these limits.</summary>
public static class DefaultAuthorityTable
{
    private static readonly Money OfficeLimit = Money.FromEuro(25_000);
    private static readonly Money SteeringLimit = Money.FromEuro(100_000);
    private static readonly Money CommitteeLimit = Money.FromEuro(500_000);
    private static readonly Money OfficeReportsFrom = Money.FromEuro(10_000);

    /// <summary>Version 1.</summary>
    public static AuthorityTable Table { get; } = new()
    {
        Version = 1,
        ValidFrom = new DateOnly(2024, 1, 1),
        CommitteeOfLifeArea = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [LifeAreaCodes.Mobility] = BodyCodes.MobilityCommittee,
            [LifeAreaCodes.Environment] = BodyCodes.MobilityCommittee,
            [LifeAreaCodes.Education] = BodyCodes.EducationCommittee,
            [LifeAreaCodes.Society] = BodyCodes.EducationCommittee,
            [LifeAreaCodes.Safety] = BodyCodes.SafetyCommittee,
            [LifeAreaCodes.Health] = BodyCodes.SafetyCommittee,
        },
        Rules =
        [
            new()
            {
                When = new() { Total = new(Above: null, OfficeLimit) },
                DecidingBody = BodyCodes.Office,
                ReportTo = [new(BodyCodes.Steering, OfficeReportsFrom)],
            },
            new()
            {
                When = new() { Total = new(OfficeLimit, SteeringLimit) },
                DecidingBody = BodyCodes.Steering,
                HeardBefore = [BodyCodes.Office],
            },
            new()
            {
                When = new() { Total = new(SteeringLimit, CommitteeLimit) },
                DecidingBody = BodyCodes.CommitteeOfLifeArea,
                HeardBefore = [BodyCodes.Steering],
                ReportTo = [new(BodyCodes.Finance)],
            },
            new()
            {
                When = new() { Total = new(CommitteeLimit, UpTo: null) },
                DecidingBody = BodyCodes.Council,
                HeardBefore = [BodyCodes.CommitteeOfLifeArea, BodyCodes.Finance],
            },
        ],
    };
}
