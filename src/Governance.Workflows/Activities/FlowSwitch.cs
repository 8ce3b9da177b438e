namespace Governance.Workflows.Activities;

/// <summary>Its outcomes are the labels of the cases that match, or Default.</summary>
internal sealed class FlowSwitch : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var matching = Switch.Matching(context);
        context.Complete(matching.Count == 0 ? ["Default"] : [.. matching.Select(c => c.Label)]);
    }
}
