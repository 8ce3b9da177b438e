namespace Governance.Workflows.Activities;

/// <summary>Assigns to an output of the innermost workflow that has it.</summary>
internal sealed class SetOutput : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var name = context.Text("outputName") ?? "";
        var value = context.Input("outputValue");
        var owner = context.Frame.Ancestors().FirstOrDefault(f => f.Variables.ContainsKey("output:" + name));
        if (owner is null) context.Burst.Outputs[name] = value?.DeepClone();
        else new Slot(owner, "output:" + name).Set(value);
        context.Complete();
    }
}
