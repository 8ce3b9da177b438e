using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>What <c>workflows run</c> is asked for.</summary>
/// <param name="File">The definition's path.</param>
/// <param name="Inputs">Values of --input NAME=JSON.</param>
/// <param name="StepsFile">The path of --steps, one step a line.</param>
/// <param name="WithDirectory">The path of --with: definitions that are published first.</param>
public sealed record ScenarioOptions(string File, JsonObject Inputs, string? StepsFile = null, string? WithDirectory = null, bool Json = false)
{
    /// <summary>The activities that definitions may use; host activities among them wait and are resumed by the step "resume".</summary>
    public ActivityCatalog Catalog { get; init; } = ActivityCatalog.BuiltIn;

    /// <summary>When the virtual clock starts.</summary>
    public DateTimeOffset Instant { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
