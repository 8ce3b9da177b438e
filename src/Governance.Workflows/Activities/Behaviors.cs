using System.Collections.Frozen;

namespace Governance.Workflows.Activities;

/// <summary>Which behaviour belongs to which type.</summary>
internal static class Behaviors
{
    private static readonly FrozenDictionary<string, ActivityBehavior> ByType = new Dictionary<string, ActivityBehavior>(StringComparer.Ordinal)
    {
        ["Elsa.Workflow"] = new Workflow(),
        ["Elsa.Flowchart"] = new Flowchart(),
        ["Elsa.Sequence"] = new Sequence(),
        ["Elsa.Start"] = new Start(),
        ["Elsa.Finish"] = new Finish(),
        ["Elsa.End"] = new End(),
        ["Elsa.Complete"] = new Complete(),
        ["Elsa.Fault"] = new Fault(),
        ["Elsa.WriteLine"] = new WriteLine(),
        ["Elsa.SetVariable"] = new SetVariable(),
        ["Elsa.SetOutput"] = new SetOutput(),
        ["Elsa.SetName"] = new SetName(),
        ["Elsa.Correlate"] = new Correlate(),
        ["Elsa.If"] = new If(),
        ["Elsa.Switch"] = new Switch(),
        ["Elsa.FlowDecision"] = new FlowDecision(),
        ["Elsa.FlowSwitch"] = new FlowSwitch(),
        ["Elsa.FlowFork"] = new FlowFork(),
        ["Elsa.FlowJoin"] = new FlowJoin(),
        ["Elsa.For"] = new For(),
        ["Elsa.ForEach"] = new ForEach(),
        ["Elsa.ParallelForEach"] = new ParallelForEach(),
        ["Elsa.While"] = new While(),
        ["Elsa.Break"] = new Break(),
        ["Elsa.Fork"] = new Fork(),
        ["Elsa.Parallel"] = new Parallel(),
        ["Elsa.Event"] = new Event(),
        ["Elsa.PublishEvent"] = new PublishEvent(),
        ["Elsa.Delay"] = new Delay(),
        ["Elsa.Timer"] = new Delay(),
        ["Elsa.Cron"] = new Cron(),
        ["Elsa.StartAt"] = new StartAt(),
        ["Elsa.RunTask"] = new RunTask(),
        ["Elsa.RunJavaScript"] = new RunJavaScript(),
        ["Elsa.ExecuteWorkflow"] = new HostActivity(),
        ["Elsa.DispatchWorkflow"] = new HostActivity(),
        ["Elsa.BulkDispatchWorkflows"] = new BulkDispatchWorkflows(),
        ["Elsa.SendHttpRequest"] = new SendHttpRequest(),
        ["Elsa.FlowSendHttpRequest"] = new FlowSendHttpRequest(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ActivityBehavior Host = new HostActivity();
    private static readonly ActivityBehavior UsedWorkflow = new WorkflowAsActivity();
    private static readonly ActivityBehavior NotFound = new NotFound();

    public static bool IsHosted(ActivityDescriptor descriptor) => !ByType.TryGetValue(descriptor.Type, out var builtIn) || builtIn is HostActivity;

    public static ActivityBehavior Of(ActivityNode node)
    {
        if (node.Descriptor?.Workflow is not null) return UsedWorkflow;
        if (ByType.TryGetValue(node.Type, out var builtIn)) return builtIn;
        return node.Descriptor is not null ? Host : NotFound;
    }
}
