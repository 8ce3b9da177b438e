namespace Governance.Workflows.Activities;

/// <summary>Several branches at once; ends with the first (WaitAny) or with the last (WaitAll).</summary>
internal sealed class Fork : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        context.Frame.Set("remaining", context.Node.Children.Count);
        foreach (var branch in context.Node.Children) context.Schedule(branch);
        if (context.Node.Children.Count == 0) context.Complete();
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        // First what may fail: after a retry the branch is counted once.
        var mode = context.Node.Property("joinMode");
        var any = (mode is null ? context.Text("joinMode") : Values.Text(mode)) is "WaitAny" or "1";
        context.Frame.Set("remaining", context.Frame.Int("remaining") - 1);
        if (context.Frame.IsBreaking || any || context.Frame.Int("remaining") == 0) context.Complete();
    }
}
