using Governance.Proposals;

namespace Governance.Web.Pages.Proposals;

/// <summary>A proposed resolution as it is put to the vote.</summary>
/// <param name="Text">What the owner proposes.</param>
/// <param name="Charge">Who carries it out and by when.</param>
public sealed record ResolutionText(string Text, Charge Charge);
