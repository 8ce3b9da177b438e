namespace Governance.Workflows.Activities;

/// <summary>Sets the instance's correlation id.</summary>
internal sealed class Correlate : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        context.Burst.CorrelationId = context.Text("correlationId");
        context.Complete();
    }
}
