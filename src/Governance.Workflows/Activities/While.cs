namespace Governance.Workflows.Activities;

/// <summary>While a condition holds.</summary>
internal sealed class While : ActivityBehavior
{
    public override bool CatchesBreak => true;

    public override void Execute(ActivityContext context)
    {
        var body = context.Node.ChildAt("body");
        if (!context.Frame.IsBreaking && body is not null && context.Bool("condition") == true) context.Schedule(body);
        else context.Complete();
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) => Execute(context);
}
