using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>All items at once; ends when every body has ended. A Break ends one body only.</summary>
internal sealed class ParallelForEach : ActivityBehavior
{
    public override bool CatchesBreak => true;

    public override void Execute(ActivityContext context)
    {
        var items = ForEach.Items(context);
        if (items.Count == 0 || context.Node.ChildAt("body") is not { } body)
        {
            context.Complete();
            return;
        }
        for (var i = 0; i < items.Count; i++) context.Schedule(body, ForEach.Current(items, i));
        context.Frame.Set("remaining", items.Count);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        context.Frame.Set("remaining", context.Frame.Int("remaining") - 1);
        if (context.Frame.Int("remaining") == 0) context.Complete();
    }
}
