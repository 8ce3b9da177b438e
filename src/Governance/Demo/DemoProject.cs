using Governance.Proposals;

namespace Governance.Demo;

/// <summary>How far a demo proposal has come.</summary>
internal enum DemoProgress
{
    Draft,
    FormalCheck,
    Returned,
    Opinions,
    Recommendation,
    OfficeDecision,
    Hearing,
    Referred,
    Decision,
    DecisionOpen,
    Postponed,
    Adopted,
    Granted,
    Running,
    Closed,
    Noted,
    Settled,
    Rejected,
    Withdrawn,
}

/// <summary>An invented project of the demo city and its history.</summary>
/// <param name="Owner">Sign-in name of its owner.</param>
/// <param name="DaysAgo">When it was submitted.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Content">What was written.</param>
internal sealed record DemoProject(string Owner, int DaysAgo, DemoProgress Progress, ProposalContent Content);
