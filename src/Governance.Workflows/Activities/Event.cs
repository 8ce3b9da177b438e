using System.Text.Json.Nodes;

namespace Governance.Workflows.Activities;

/// <summary>Waits for an event by its name; the payload is the result.</summary>
internal sealed class Event : ActivityBehavior
{
    public override void Execute(ActivityContext context) =>
        context.Wait(new JsonObject { ["eventName"] = context.Text("eventName") ?? "" });

    public override void Resumed(ActivityContext context, Resumption resumption)
    {
        context.Output("result", resumption.Value);
        context.Complete();
    }

    public static bool Awaits(Bookmark bookmark, string eventName) =>
        bookmark.Kind == "Elsa.Event" && Values.Text(bookmark.Payload?["eventName"]) == eventName;
}
