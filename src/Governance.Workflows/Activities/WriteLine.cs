namespace Governance.Workflows.Activities;

/// <summary>Writes a line.</summary>
internal sealed class WriteLine : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        context.Burst.Lines.Add(context.Text("text") ?? "");
        context.Complete();
    }
}
