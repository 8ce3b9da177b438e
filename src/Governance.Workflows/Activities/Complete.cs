using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Completes the innermost workflow with outcomes; a workflow used as an activity passes them to its parent.</summary>
internal sealed class Complete : ActivityBehavior
{
    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context)
    {
        IReadOnlyList<string> outcomes = context.Input("outcomes") switch
        {
            JsonArray list => [.. list.Select(o => Values.Text(o) ?? "")],
            { } one when Values.IsText(one) => Named(one.GetValue<string>()),
            _ => ["Done"],
        };
        var workflow = Workflow.Around(context.Frame);
        // The way up may already end the workflow: it then has to know the outcomes.
        workflow.Properties["outcomes"] = Values.Strings(outcomes);
        foreach (var loop in context.Frame.Ancestors().TakeWhile(f => f != workflow).Where(f => Behaviors.Of(f.Node).CatchesBreak).ToList())
            context.Interpreter.Cancel(loop);
        context.Complete();
        context.Interpreter.Complete(workflow, outcomes);
    }

    private static IReadOnlyList<string> Named(string text) =>
        text.TrimStart().StartsWith('[') && Conversion.OrNull(JsonValue.Create(text), "String[]") is JsonArray list
            ? [.. list.Select(o => Values.Text(o) ?? "")] : [text];
}
