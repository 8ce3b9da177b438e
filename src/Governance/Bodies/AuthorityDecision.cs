using Governance.Texts;

namespace Governance.Bodies;

/// <summary>Who decides on a proposal, and why. Kept with the proposal, so that it can be explained after the table has changed.</summary>
/// <param name="DecidingBody">Code of the body.</param>
/// <param name="HeardBefore">Codes of the bodies heard before, in their order.</param>
/// <param name="ReportTo">Codes of the bodies that the decision is reported to.</param>
/// <param name="RuleNumber">Place of the rule in the table, from 1.</param>
/// <param name="TableVersion">Version of the table.</param>
/// <param name="Input">What was looked at.</param>
/// <param name="Reasons">Sentences: the rule that matched, bodies heard, bodies reported to.</param>
public sealed record AuthorityDecision(
    string DecidingBody,
    IReadOnlyList<string> HeardBefore,
    IReadOnlyList<string> ReportTo,
    int RuleNumber,
    int TableVersion,
    AuthorityInput Input,
    IReadOnlyList<Reason> Reasons);
