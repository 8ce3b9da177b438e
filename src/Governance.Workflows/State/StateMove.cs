using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>
/// Takes a waiting instance over to another version of its definition. Everything it is in must be there, of the same type and in the same
/// place; what it has in variables must have a meaning there; a branch that has arrived at a join must have come by a connection that leads there.
/// </summary>
public static class StateMove
{
    /// <summary>The state in the other version, or what stands in the way.</summary>
    /// <exception cref="ArgumentException">The definitions are not versions of one, or the state is not of <paramref name="from"/>.</exception>
    public static MovedState Of(WorkflowState state, WorkflowDefinition from, WorkflowDefinition to)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.DefinitionId != to.DefinitionId || state.DefinitionId != from.DefinitionId || state.DefinitionVersion != from.Version)
            throw new ArgumentException($"The state of {state.DefinitionId} version {state.DefinitionVersion} cannot be moved from {from.DefinitionId} version {from.Version} to {to.DefinitionId}.", nameof(state));
        if (state.HasEnded) return new(null, [new("", "", MoveProblem.Ended, state.Status.ToString())]);
        var obstacles = new List<MoveObstacle>();
        var frames = state.Frames.Select(frame => Move(frame, state, from, to, obstacles)).ToList();
        return obstacles.Count > 0 ? new(null, obstacles) : new(state.In(to.Version, frames), []);
    }

    private static StoredFrame Move(StoredFrame frame, WorkflowState state, WorkflowDefinition from, WorkflowDefinition to, List<MoveObstacle> obstacles)
    {
        var (before, after) = (Find(from, frame.ActivityId), Find(to, frame.ActivityId));
        if (before is null || after is null) return Blocked(MoveProblem.Gone, null);
        if (before.Type != after.Type) return Blocked(MoveProblem.OtherType, after.Type);
        if (before.Parent?.Id != after.Parent?.Id || before.Port != after.Port) return Blocked(MoveProblem.OtherPlace, after.Parent?.Id);
        return frame with
        {
            Variables = Variables(frame, before, after, obstacles),
            Tokens = after.Graph is null ? frame.Tokens : Tokens(frame, state, Frame.GraphOf(before, frame.Properties)!, Frame.GraphOf(after, frame.Properties)!, after, obstacles),
            Properties = after.Type == "Elsa.Sequence" ? Next(frame, state, after) : frame.Properties,
        };

        StoredFrame Blocked(MoveProblem problem, string? detail)
        {
            obstacles.Add(new(frame.ActivityId, before?.Type ?? "", problem, detail));
            return frame;
        }
    }

    /// <summary>A Sequence goes on behind the activity it is at, wherever that stands now.</summary>
    private static List<KeyValuePair<string, JsonNode?>> Next(StoredFrame frame, WorkflowState state, ActivityNode after)
    {
        var current = state.Frames.FirstOrDefault(child => child.ParentId == frame.Id);
        var place = after.ChildList.FindIndex(child => child.Id == current?.ActivityId);
        return [.. frame.Properties.Select(property => property.Key == "index" && place >= 0 ? new("index", JsonValue.Create(place + 1)) : property)];
    }

    /// <summary>Declared variables as the other version declares them; those that scripts made stay.</summary>
    private static List<KeyValuePair<string, FrameVariable>> Variables(StoredFrame frame, ActivityNode before, ActivityNode after, List<MoveObstacle> obstacles)
    {
        var (gone, declared) = (Declared(before).Select(v => v.Id).ToHashSet(StringComparer.Ordinal), Declared(after));
        var result = frame.Variables.Where(v => !gone.Contains(v.Key) && declared.All(d => d.Id != v.Key)).ToList();
        foreach (var variable in declared)
        {
            var held = frame.Variables.FirstOrDefault(v => v.Key == variable.Id);
            try
            {
                var value = held.Value is null ? variable.Default : held.Value.TypeName == variable.TypeName ? held.Value.Value : Conversion.Strict(held.Value.Value, variable.TypeName);
                result.Add(new(variable.Id, new(variable.Name, variable.TypeName, value?.DeepClone())));
            }
            catch (ConversionException e)
            {
                obstacles.Add(new(frame.ActivityId, after.Type, MoveProblem.OtherVariable, $"{variable.Name}: {e.Message}"));
            }
        }
        return result;
    }

    private static FlowTokens Tokens(StoredFrame frame, WorkflowState state, FlowGraph before, FlowGraph after, ActivityNode chart, List<MoveObstacle> obstacles)
    {
        var tokens = frame.Tokens ?? new();
        var moved = new FlowTokens { FromSchema1 = tokens.FromSchema1 };
        foreach (var (connection, count) in tokens.Waiting)
        {
            var was = before.Connections[connection];
            if (Place(was, after) is { } found && IsIntoJoin(after, found)) moved.Waiting[found] = moved.Waiting.GetValueOrDefault(found) + count;
            else obstacles.Add(new(was.Target.Id, was.Target.Type, MoveProblem.ArrivedBranch, was.Source.Id));
        }
        foreach (var connection in tokens.Ignored)
        {
            if (Place(before.Connections[connection], after) is { } found) moved.Ignored.Add(found);
        }
        foreach (var connection in tokens.Dead)
        {
            if (Place(before.Connections[connection], after) is { } found) moved.Dead.Add(found);
        }
        Missed(frame, state, before, after, chart, moved, obstacles);
        return moved;
    }

    /// <summary>A branch into a join that only the other version has, and that the case has passed already: the join must not wait for it, and one
    /// that waits for all must not go on without it.</summary>
    private static void Missed(StoredFrame frame, WorkflowState state, FlowGraph before, FlowGraph after, ActivityNode chart, FlowTokens moved, List<MoveObstacle> obstacles)
    {
        var at = state.Frames.Where(child => child.ParentId == frame.Id).Select(child => chart.ChildList.Find(node => node.Id == child.ActivityId)).OfType<ActivityNode>()
            .Concat(moved.Waiting.Keys.Select(c => after.Connections[c].Target)).ToList();
        for (var i = 0; i < after.Connections.Count; i++)
        {
            if (!IsIntoJoin(after, i) || (Place(after.Connections[i], before) is { } known && IsIntoJoin(before, known))) continue;
            var join = after.Connections[i].Target;
            // Behind the join nobody asks any more, and before its branches all of them are still to come.
            if (at.Exists(after.LeadingTo(i).Contains) || !at.Exists(node => after.Reachable([node]).Contains(join))) continue;
            if (MayWaitForAll(join))
                obstacles.Add(new(join.Id, join.Type, MoveProblem.MissedBranch, after.Connections[i].Source.Id));
            else moved.Dead.Add(i);
        }
    }

    // Without a mode a join waits for any; of one that is computed nobody knows.
    private static bool MayWaitForAll(ActivityNode join) => join.Type == "Elsa.FlowJoin"
        && join.Inputs.GetValueOrDefault("mode") is { } mode && mode is not { Type: "Literal", Text: "WaitAny" or "WaitAllActive" or "1" or "2" or "" };

    private static bool IsIntoJoin(FlowGraph chart, int connection) =>
        chart.IsForward(connection) && chart.ForwardInbound(chart.Connections[connection].Target).Count > 1;

    private static int? Place(Connection connection, FlowGraph chart)
    {
        for (var i = 0; i < chart.Connections.Count; i++)
        {
            var other = chart.Connections[i];
            if (other.Source.Id == connection.Source.Id && other.Port == connection.Port && other.Target.Id == connection.Target.Id) return i;
        }
        return null;
    }

    private static ActivityNode? Find(WorkflowDefinition definition, string activityId) => activityId.Length == 0 ? definition.Workflow : definition.Find(activityId);

    private static IReadOnlyList<VariableDefinition> Declared(ActivityNode node) => node.Composite?.Variables ?? node.Variables;
}

/// <summary>What came of a move.</summary>
/// <param name="State">The state in the other version, or null where something stands in the way.</param>
/// <param name="Obstacles">What stands in the way, in the order of the activities that are under way.</param>
public sealed record MovedState(WorkflowState? State, IReadOnlyList<MoveObstacle> Obstacles)
{
    /// <summary>The move as an entry of the journal.</summary>
    /// <param name="instant">When it was moved.</param>
    /// <param name="detail">From where to where, in the words of whoever keeps the versions.</param>
    /// <exception cref="InvalidOperationException">Something stands in the way.</exception>
    public JournalEntry EntryAt(DateTimeOffset instant, JsonNode? detail) => State is null
        ? throw new InvalidOperationException("What was not moved has no entry.")
        : new(State.NextJournal - 1, "", "", JournalEvent.InstanceMoved, [], instant, detail);
}

/// <summary>What stands in the way of a move.</summary>
/// <param name="ActivityId">Where; empty for the instance as a whole.</param>
/// <param name="ActivityType">Its type in the version that it runs on.</param>
/// <param name="Problem">What kind.</param>
/// <param name="Detail">The other type, the other container, the variable, the activity before; or null.</param>
public sealed record MoveObstacle(string ActivityId, string ActivityType, MoveProblem Problem, string? Detail);

/// <summary>Why an instance cannot be moved.</summary>
public enum MoveProblem
{
    /// <summary>The instance has ended.</summary>
    Ended,

    /// <summary>The other version has no activity of this id.</summary>
    Gone,

    /// <summary>The activity is of another type there.</summary>
    OtherType,

    /// <summary>The activity is in another container there.</summary>
    OtherPlace,

    /// <summary>What a variable holds has no meaning in the type it has there.</summary>
    OtherVariable,

    /// <summary>A branch has arrived at this join by a connection that does not lead to a join there.</summary>
    ArrivedBranch,

    /// <summary>This join waits for all branches, and the case has passed the beginning of one that only the other version has.</summary>
    MissedBranch,
}
