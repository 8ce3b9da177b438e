using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>One item after the other; the items are read once.</summary>
internal sealed class ForEach : ActivityBehavior
{
    public override bool CatchesBreak => true;

    public override void Execute(ActivityContext context)
    {
        context.Frame.Properties["items"] = Items(context);
        Iterate(context);
    }

    public override void ChildCompleted(ActivityContext context, Frame child, IReadOnlyList<string> outcomes) => Iterate(context);

    /// <summary>The items of a loop. Text that is no JSON list counts as its characters, as in Elsa.</summary>
    public static JsonArray Items(ActivityContext context)
    {
        if (!context.Node.Inputs.ContainsKey("items")) return [];
        return context.Input("items") switch
        {
            JsonArray list => (JsonArray)list.DeepClone(),
            { } text when Values.IsText(text) => text.GetValue<string>().TrimStart().StartsWith('[')
                ? (JsonArray)Conversion.Strict(text, "Object[]")!
                : [.. text.GetValue<string>().Select(c => (JsonNode)Values.Readable(c.ToString()))],
            var other => throw new ActivityFaultException($"The items of \"{context.Node.Id}\" are no list, but {other?.ToJsonString() ?? "null"}."),
        };
    }

    private static void Iterate(ActivityContext context)
    {
        var items = (JsonArray)context.Frame.Properties["items"]!;
        var index = context.Frame.Int("index");
        if (context.Frame.IsBreaking || index >= items.Count || context.Node.ChildAt("body") is not { } body)
        {
            context.Complete();
            return;
        }
        context.Output("currentValue", items[index]);
        context.Schedule(body, Current(items, index));
        context.Frame.Set("index", index + 1);
    }

    public static KeyValuePair<string, JsonNode?>[] Current(JsonArray items, int index) =>
    [
        new("CurrentIndex", JsonValue.Create(index)),
        new("CurrentValue", items[index]?.DeepClone()),
    ];
}
