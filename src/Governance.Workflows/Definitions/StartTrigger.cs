using Governance.Workflows.Activities;

namespace Governance.Workflows;

/// <summary>An activity by which a definition says that its instances begin by themselves: a Timer, Cron, StartAt or Event that can start the workflow
/// (<c>canStartWorkflow</c>, the designer's "Trigger workflow").</summary>
/// <param name="ActivityId">Which.</param>
/// <param name="ActivityType">Its type.</param>
public sealed record StartTrigger(string ActivityId, string ActivityType)
{
    // Any instant will do: what is asked is whether there is a next time at all.
    private static readonly DateTimeOffset Sometime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The event by which an instance begins, or null.</summary>
    public string? EventName { get; private init; }

    /// <summary>The key by which an event finds it, or null: see <see cref="Bookmark.StimulusHash"/>.</summary>
    public string? StimulusHash => EventName is null ? null : Bookmark.HashOfEvent(EventName);

    /// <summary>The next time that an instance begins; null for an event, and when an instant has passed.</summary>
    public DateTimeOffset? Due { get; private init; }

    /// <summary>Whether there is another time after <see cref="Due"/>.</summary>
    public bool IsRepeated => ActivityType is "Elsa.Timer" or "Elsa.Cron";

    /// <summary>Why nothing can begin by it, as a sentence; null where something can.</summary>
    public FormattableString? Problem { get; private init; }

    /// <summary>Whether instances begin by the activity. One in a workflow that is used as an activity is only that one's.</summary>
    public static bool IsOne(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (!node.CanStartWorkflow || node.Type is not ("Elsa.Event" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt")) return false;
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Descriptor?.Workflow is not null) return false;
        }
        return true;
    }

    /// <summary>All triggers of a definition, in its order.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="instant">From when on the next time is meant.</param>
    public static IReadOnlyList<StartTrigger> Of(WorkflowDefinition definition, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. definition.Nodes.Where(IsOne).Select(node => Of(definition, node, instant))];
    }

    /// <summary>Activities to which a way leads from a trigger, in the order of the definition; all of it where that is not known.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="activityId">The trigger.</param>
    public static IEnumerable<ActivityNode> Following(WorkflowDefinition definition, string activityId)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Find(activityId) is { Parent: { Graph: { } graph, Parent: null } } trigger
            ? graph.Reachable([trigger]).SelectMany(Loops.Inside).OrderBy(node => node.Index) : definition.Nodes;
    }

    internal static IEnumerable<Finding> Unusable(WorkflowDefinition definition) =>
        from trigger in Of(definition, Sometime)
        where trigger.Problem is not null
        select new Finding(trigger.ActivityId, trigger.Problem!);

    private static StartTrigger Of(WorkflowDefinition definition, ActivityNode node, DateTimeOffset instant)
    {
        var trigger = new StartTrigger(node.Id, node.Type);
        var context = new ActivityContext(new(new() { Definition = definition, InstanceId = "", Context = new(instant, 0UL) }), FrameOf(definition, node));
        try
        {
            return node.Type switch
            {
                "Elsa.Event" => Event.NameOf(context) is { Length: > 0 } name ? trigger with { EventName = name } : trigger with { Problem = $"nothing can begin by it: it names no event; a name would be right." },
                "Elsa.Timer" => Delay.EndOf(context) is var end && end > instant ? trigger with { Due = end } : trigger with { Problem = $"nothing can begin by it: its interval is no time; a longer one would be right." },
                "Elsa.Cron" => trigger with { Due = Cron.NextOf(context) },
                _ => StartAt.InstantOf(context) is var once && once > instant ? trigger with { Due = once } : trigger,
            };
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            return trigger with { Problem = $"nothing can begin by it: {wrong.Message}" };
        }
    }

    // Variables have the values that they begin with.
    private static Frame FrameOf(WorkflowDefinition definition, ActivityNode node)
    {
        var frame = new Frame { Id = 0, Node = node, Parent = node.Index < 0 ? null : FrameOf(definition, node.Parent ?? definition.Workflow) };
        Scope.Declare(frame, node.Composite?.Variables ?? node.Variables);
        return frame;
    }
}
