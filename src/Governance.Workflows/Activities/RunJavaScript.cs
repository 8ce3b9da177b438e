using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Runs a script; its value is the result, setOutcome(s) its outcomes.</summary>
internal sealed class RunJavaScript : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var source = context.Text("script") ?? "";
        IReadOnlyList<string> outcomes = ["Done"];
        var result = context.Interpreter.Evaluator.Run(context.Frame, source, chosen => outcomes = chosen);
        if (result is not null) context.Output("result", result);
        context.Complete(outcomes);
    }
}
