namespace Governance.Workflows.Activities;

/// <summary>Ends the Flowchart or Sequence it is in; what that had scheduled does not run any more.</summary>
internal sealed class End : ActivityBehavior
{
    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context)
    {
        if (context.Frame.Parent is { } container)
            context.Burst.Unschedule(container);
        context.Complete();
    }
}
