namespace Governance.Workflows.Activities;

/// <summary>Leaves the innermost loop: the containers up to it end with the activity they are at.</summary>
internal sealed class Break : ActivityBehavior
{
    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context)
    {
        var loop = context.Frame.Ancestors().FirstOrDefault(f => Behaviors.Of(f.Node).CatchesBreak)
            ?? throw new ActivityFaultException("Break is in no loop.");
        foreach (var container in context.Frame.Ancestors().TakeWhile(f => f != loop)) container.Break();
        loop.Break();
        context.Complete();
    }
}
