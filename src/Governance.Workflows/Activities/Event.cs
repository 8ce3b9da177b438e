using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Waits for an event by its name; the payload is the result.</summary>
internal sealed class Event : ActivityBehavior
{
    public override void Execute(ActivityContext context)
    {
        if (context.TakeTrigger() is { } trigger) Finish(context, trigger.Payload);
        else context.Wait(new JsonObject { ["eventName"] = NameOf(context) });
    }

    public override void Resumed(ActivityContext context, Resumption resumption) => Finish(context, resumption.Value);

    public static string NameOf(ActivityContext context) => context.Text("eventName") ?? "";

    private static void Finish(ActivityContext context, JsonNode? payload)
    {
        context.Output("result", payload);
        context.Complete();
    }

    public static bool Awaits(Bookmark bookmark, string eventName) =>
        bookmark.Kind == "Elsa.Event" && Values.Text(bookmark.Payload?["eventName"]) == eventName;
}
