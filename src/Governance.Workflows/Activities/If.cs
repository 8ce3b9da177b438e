using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Then or else.</summary>
internal sealed class If : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var condition = context.Bool("condition") ?? false;
        context.Output("result", JsonValue.Create(condition));
        if (context.Node.ChildAt(condition ? "then" : "else") is { } next) context.Schedule(next);
        else context.Complete();
    }
}
