using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Takes an instance out of its state and puts it back.</summary>
internal static class StateMapping
{
    public static Burst Open(WorkflowDefinition definition, WorkflowState state, RunContext context)
    {
        if (state.DefinitionId != definition.DefinitionId || state.DefinitionVersion != definition.Version)
            throw new ArgumentException($"The state belongs to {state.DefinitionId} version {state.DefinitionVersion}, not to {definition.DefinitionId} version {definition.Version}.", nameof(state));
        var burst = new Burst
        {
            Definition = definition,
            InstanceId = state.InstanceId,
            Context = context,
            LastResult = state.LastResult,
            CorrelationId = state.CorrelationId,
            Name = state.Name,
            NextFrame = state.NextFrame,
            NextBookmark = state.NextBookmark,
            NextIncident = state.NextIncident,
            NextJournal = state.NextJournal,
        };
        burst.Bookmarks.AddRange(state.Bookmarks);
        burst.OpenIncidents.AddRange(state.OpenIncidents);
        burst.Events.AddRange(state.Events);
        foreach (var (key, value) in state.Inputs) burst.Inputs[key] = value;
        foreach (var (key, value) in state.OutputValues) burst.Outputs[key] = value;
        foreach (var (key, value) in state.ActivityOutputs) burst.ActivityOutputs[key] = value;
        var frames = new Dictionary<int, Frame>();
        foreach (var stored in state.Frames)
        {
            var frame = Open(burst, stored, frames.GetValueOrDefault(stored.ParentId));
            burst.Add(frame);
            frames[frame.Id] = frame;
        }
        foreach (var id in state.Bookmarks.Select(b => b.FrameId).Concat(state.OpenIncidents.Select(i => i.FrameId)))
        {
            if (frames.TryGetValue(id, out var frame)) frame.IsReferred = true;
        }
        return burst;
    }

    public static WorkflowState Close(Burst burst, WorkflowStatus status)
    {
        var ended = status != WorkflowStatus.Suspended;
        var declared = burst.Definition.Inputs.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            InstanceId = burst.InstanceId,
            DefinitionId = burst.Definition.DefinitionId,
            DefinitionVersion = burst.Definition.Version,
            Status = status,
            CorrelationId = burst.CorrelationId,
            Name = burst.Name,
            NextFrame = burst.NextFrame,
            NextBookmark = burst.NextBookmark,
            NextIncident = burst.NextIncident,
            NextJournal = burst.NextJournal,
            OutputValues = [.. burst.Outputs],
            Inputs = ended ? [] : [.. burst.Inputs.Where(i => declared.Contains(i.Key))],
            ActivityOutputs = ended ? [] : [.. burst.ActivityOutputs],
            LastResult = ended ? null : burst.LastResult,
            Bookmarks = ended ? [] : [.. burst.Bookmarks],
            OpenIncidents = ended ? [] : [.. burst.OpenIncidents],
            Events = ended ? [] : [.. burst.Events],
            Frames = ended ? [] : [.. burst.Frames.Select(Store)],
        };
    }

    private static Frame Open(Burst burst, StoredFrame stored, Frame? parent)
    {
        var node = stored.ActivityId.Length == 0 ? burst.Definition.Workflow : burst.Definition.Find(stored.ActivityId)
            ?? throw new ArgumentException($"The definition has no activity \"{stored.ActivityId}\", but the state is in it.");
        var frame = new Frame
        {
            Id = stored.Id,
            Node = node,
            Parent = parent,
            Status = stored.Status,
            Unreported = stored.Unreported,
            Tokens = stored.Tokens?.Clone(),
        };
        foreach (var (id, variable) in stored.Variables) frame.Variables[id] = variable;
        foreach (var (name, value) in stored.Properties) frame.Properties[name] = value;
        return frame;
    }

    private static StoredFrame Store(Frame frame) => new(frame.Id, frame.Node.Id, frame.Parent?.Id ?? 0,
        frame.Status, frame.Unreported, frame.HasVariables ? [.. frame.Variables] : [], [.. frame.Properties], frame.Tokens is { IsEmpty: false } tokens ? tokens.Clone() : null);
}
