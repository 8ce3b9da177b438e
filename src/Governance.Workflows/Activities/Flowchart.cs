namespace Governance.Workflows.Activities;

/// <summary>
/// Activities and connections. A completed activity follows the connections of its outcomes. Where several lead into one
/// activity they join: tokens wait there until the join's mode is met. Whether more tokens can still come is asked of the
/// graph, with every activity that is under way, so a branch that has looped back is waited for.
/// </summary>
internal sealed class Flowchart : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        Scope.Declare(context.Frame, context.Node.Variables);
        if (context.Burst.Trigger is { } trigger && context.Node.ChildList.Exists(child => child.Id == trigger.ActivityId))
            context.Frame.Properties[Frame.BegunBy] = trigger.ActivityId;
        if (context.Frame.Graph is { } graph) context.Schedule(graph.Start);
        else context.Complete();
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        if (Behaviors.Of(child.Node).IsTerminal)
        {
            context.Complete();
            return;
        }
        new FlowStep(context).Follow(child.Node, outcomes);
        if (!HasWork(context)) Settle(context);
    }

    /// <summary>
    /// For when the queue is empty: a Flowchart whose last activity was cancelled from outside learns of it here. True
    /// when one went on or ended.
    /// </summary>
    public static bool SettleAll(Interpreter interpreter)
    {
        if (interpreter.Burst.End is not null) return false;
        foreach (var frame in interpreter.Burst.Frames.Where(f => f.Node.Type == "Elsa.Flowchart" && f.Status == FrameStatus.Running).Reverse().ToList())
        {
            var context = new ActivityContext(interpreter, frame);
            if (HasWork(context) || frame.Children.Count > 0) continue;
            Settle(context);
            return true;
        }
        return false;
    }

    /// <summary>Nothing is under way: a join that still has tokens fires or starves, then the Flowchart ends. One with a
    /// failed activity stays: that may be retried.</summary>
    private static void Settle(ActivityContext context)
    {
        if (context.Frame.Children.Count > 0) return;
        var step = new FlowStep(context);
        while (step.FireOldest())
        {
            if (HasWork(context)) return;
        }
        context.Complete();
    }

    private static bool HasWork(ActivityContext context) =>
        context.Frame.Scheduled > 0 || context.Frame.Children.Exists(f => f.Status == FrameStatus.Running);
}
