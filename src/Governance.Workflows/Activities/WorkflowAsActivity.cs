namespace Governance.Workflows.Activities;

/// <summary>A workflow that is used as an activity: its inputs and outputs are variables of its own scope.</summary>
internal sealed class WorkflowAsActivity : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var definition = context.Node.Descriptor!.Workflow!;
        // All before the first is declared: an input of the same name as an outer variable must not hide it.
        var inputs = definition.Inputs.Select(i => KeyValuePair.Create("input:" + i.Name, new FrameVariable(i.Name, i.TypeName, context.Input(i.Name, i.TypeName)))).ToList();
        foreach (var (id, variable) in inputs) context.Frame.Variables[id] = variable;
        foreach (var output in definition.Outputs) context.Frame.Variables.TryAdd("output:" + output.Name, new(output.Name, output.TypeName, null));
        context.Schedule(context.Node.ChildAt("workflow")!);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes)
    {
        foreach (var output in context.Node.Descriptor!.Workflow!.Outputs)
        {
            if (context.Frame.Variables.TryGetValue("output:" + output.Name, out var variable)) context.OutputOutside(output.Name, variable.Value);
        }
        context.Complete(outcomes);
    }
}
