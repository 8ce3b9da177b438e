using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>A workflow as an activity: a scope with its variables, and what Complete completes.</summary>
internal sealed class Workflow : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var definition = context.Node.Composite!;
        Scope.Declare(context.Frame, definition.Variables);
        context.Schedule(context.Node.Index < 0 ? definition.Root : context.Node.Children[0]);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) =>
        context.Complete(context.Frame.Properties.GetValueOrDefault("outcomes") is JsonArray chosen ? [.. chosen.Select(o => Values.Text(o) ?? "")] : ["Done"]);

    /// <summary>The frame of the innermost workflow around a frame.</summary>
    public static Frame Around(Frame frame) => frame.Ancestors().First(f => f.Node.Composite is not null);

    /// <summary>The frame of the activity that a workflow is used as, if the frame is in one.</summary>
    public static Frame? UsedAs(Frame frame) => frame.Ancestors().FirstOrDefault(f => f.Node.Composite is not null)?.Parent;
}
