namespace Governance.Workflows.Activities;

/// <summary>Names the instance.</summary>
internal sealed class SetName : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        context.Burst.Name = context.Text("value");
        context.Complete();
    }
}
