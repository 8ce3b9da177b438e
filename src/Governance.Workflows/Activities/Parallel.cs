namespace Governance.Workflows.Activities;

/// <summary>All activities at once; ends when every one has ended.</summary>
internal sealed class Parallel : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        Scope.Declare(context.Frame, context.Node.Variables);
        context.Frame.Set("remaining", context.Node.Children.Count);
        foreach (var child in context.Node.Children) context.Schedule(child);
        if (context.Node.Children.Count == 0) context.Complete();
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        context.Frame.Set("remaining", context.Frame.Int("remaining") - 1);
        if (context.Frame.Int("remaining") == 0) context.Complete();
    }
}
