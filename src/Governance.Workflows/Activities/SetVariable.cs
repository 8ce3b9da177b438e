using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Assigns to a variable; one that is not in scope is ignored, as Elsa does.</summary>
internal sealed class SetVariable : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        var value = context.Input("value");
        var variable = context.Node.Property("variable") as JsonObject;
        var slot = variable?["id"] is { } id ? Scope.FindById(context.Frame, Values.Text(id)) : Scope.FindByName(context.Frame, Values.Text(variable?["name"]));
        slot?.Set(Conversion.Lenient(value, slot.Variable.TypeName));
        context.Complete();
    }
}
