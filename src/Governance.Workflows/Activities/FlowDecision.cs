namespace Governance.Workflows.Activities;

/// <summary>True or False.</summary>
internal sealed class FlowDecision : ActivityBehavior
{
    public override void Execute(ActivityContext context) => context.Complete(context.Bool("condition") == true ? "True" : "False");
}
