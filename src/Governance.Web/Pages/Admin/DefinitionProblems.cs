using Governance.Processes;
using Governance.Web.Pages.Office;
using Governance.Workflows;

namespace Governance.Web.Pages.Admin;

/// <summary>What is wrong with a definition, for <c>_Problems</c>.</summary>
/// <param name="All">The problems.</param>
/// <param name="Map">Its stations.</param>
public sealed record DefinitionProblems(IReadOnlyList<DefinitionProblem> All, ProcessMap Map)
{
    /// <summary>What people call an activity, with the id by which an editor finds it.</summary>
    public string NameOf(string activity) =>
        Map.Stations.FirstOrDefault(station => station.ActivityId == activity) is { } station ? $"{station.Label.Here()} ({activity})" : activity;
}
