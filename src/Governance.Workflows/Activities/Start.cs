namespace Governance.Workflows.Activities;

/// <summary>Marks where a Flowchart starts.</summary>
internal sealed class Start : ActivityBehavior
{
    public override void Execute(ActivityContext context) => context.Complete();
}
