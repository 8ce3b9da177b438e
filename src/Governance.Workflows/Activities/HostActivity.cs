using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>An activity that the product executes: its inputs go out, its outcomes and outputs come back.</summary>
internal class HostActivity : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var inputs = new JsonObject();
        foreach (var (name, expression) in context.Node.Inputs)
        {
            var declared = context.Node.Descriptor?.Inputs.FirstOrDefault(i => i.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            // Types are checked where the host binds them, with a better message than a conversion here could give.
            inputs[declared?.Name ?? name] = context.Evaluate(expression, "Object")?.DeepClone();
        }
        context.Interpreter.Call(context.Frame, inputs);
    }

    public override void Resumed(ActivityContext context, Resumption resumption) =>
        Finish(context, resumption.Outcomes, resumption.Outputs ?? []);

    /// <summary>The host has done it.</summary>
    public virtual void Finish(ActivityContext context, IReadOnlyList<string> outcomes, JsonObject outputs)
    {
        var descriptor = context.Node.Descriptor;
        if (outcomes.FirstOrDefault(o => descriptor?.Knows(o) == false) is { } unknown)
            throw new ActivityFaultException($"The activity \"{context.Node.Id}\" ({context.Node.Type}) has no outcome \"{unknown}\".");
        foreach (var (name, value) in outputs) context.Output(name, value);
        context.Complete(outcomes);
    }
}
