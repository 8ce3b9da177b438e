using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Its outcomes are the listed branches.</summary>
internal sealed class FlowFork : ActivityBehavior
{
    public override void Execute(ActivityContext context) =>
        context.Complete(context.Input("branches", "String[]") is JsonArray branches ? [.. branches.Select(b => Values.Text(b) ?? "")] : ["Done"]);
}
