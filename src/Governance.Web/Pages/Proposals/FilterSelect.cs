using Governance.Web.Ui.Fields;

namespace Governance.Web.Pages.Proposals;

/// <summary>One choice of a filter: unlike a field of a form it is neither required nor marked as optional.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Options">The answers.</param>
/// <param name="Value">The one that is on.</param>
public sealed record FilterSelect(string Name, string Label, IReadOnlyList<Choice> Options, string? Value);
