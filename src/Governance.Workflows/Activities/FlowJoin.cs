namespace Governance.Workflows.Activities;

/// <summary>The Flowchart has done the waiting before it executes this.</summary>
internal sealed class FlowJoin : ActivityBehavior
{
    public override void Execute(ActivityContext context) => context.Complete();
}
