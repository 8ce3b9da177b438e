using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>The workflow itself, or a workflow used as an activity: a scope with variables and, for the latter, inputs.</summary>
internal sealed class Composite : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var definition = context.Node.Composite!;
        var root = context.Node.Index < 0 ? definition.Root : context.Node.ChildAt("root");
        if (context.Node.Index >= 0)
        {
            foreach (var input in definition.Inputs)
                context.Frame.Variables["input:" + input.Name] = new(input.Name, input.TypeName, context.Input(input.Name, input.TypeName));
        }
        Scope.Declare(context.Frame, definition.Variables);
        if (root is null) context.Complete();
        else context.Schedule(root);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) =>
        context.Complete(context.Frame.Properties.GetValueOrDefault("outcomes") is JsonArray chosen ? [.. chosen.Select(o => Values.Text(o) ?? "")] : ["Done"]);

    /// <summary>The frame of the innermost workflow around a frame.</summary>
    public static Frame Around(Frame frame) => frame.Ancestors().First(f => f.Node.Composite is not null);
}
