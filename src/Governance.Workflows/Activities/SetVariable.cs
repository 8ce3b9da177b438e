namespace Governance.Workflows.Activities;

/// <summary>Assigns to a variable; one that is not in scope is ignored, as Elsa does.</summary>
internal sealed class SetVariable : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var value = context.Input("value");
        var id = Values.Text(context.Node.Property("variable")?["id"]);
        var name = Values.Text(context.Node.Property("variable")?["name"]);
        if (Scope.FindById(context.Frame, id) is { } slot || (id is null && (slot = Scope.FindByName(context.Frame, name)!) is not null))
            slot.Set(Conversion.Lenient(value, slot.Variable.TypeName));
        context.Complete();
    }
}
