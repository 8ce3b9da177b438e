namespace Governance.Workflows.Activities;

/// <summary>One activity after the other.</summary>
internal sealed class Sequence : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        Scope.Declare(context.Frame, context.Node.Variables);
        ScheduleNext(context);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        if (context.Frame.IsBreaking || Behaviors.Of(child.Node).IsTerminal) context.Complete();
        else ScheduleNext(context);
    }

    private static void ScheduleNext(ActivityContext context)
    {
        var index = context.Frame.Int("index");
        if (index >= context.Node.Children.Count)
        {
            context.Complete();
            return;
        }
        context.Schedule(context.Node.Children[index]);
        context.Frame.Set("index", index + 1);
    }
}
