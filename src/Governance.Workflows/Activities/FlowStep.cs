namespace Governance.Workflows.Activities;

/// <summary>One step of a Flowchart: an activity has completed, its tokens move on.</summary>
internal sealed class FlowStep(ActivityContext context)
{
    private readonly FlowGraph graph = context.Frame.Graph!;
    private readonly FlowTokens tokens = context.Frame.Tokens ??= new();

    /// <summary>Connections that this step still has to look at: what they bring is not known yet.</summary>
    private readonly List<int> open = [];

    /// <summary>Follows the connections of the outcomes, in the file's order; the others are dead for this time.</summary>
    public void Follow(ActivityNode completed, IReadOnlyList<string> outcomes)
    {
        var outbound = graph.Outbound(completed);
        // Who goes back will be here again, and only then decides about the ways forward.
        var turns = outbound.Any(c => Followed(c) && !graph.IsForward(c));
        EachOf(outbound, connection =>
        {
            if (Followed(connection)) Token(connection);
            else if (!turns && graph.IsForward(connection)) Dead(connection, []);
        });

        bool Followed(int connection) => outcomes.Contains(graph.Connections[connection].Port, StringComparer.Ordinal);
    }

    /// <summary>With nothing under way: the join that no other waiting join leads to fires, or starves. False when none waits.</summary>
    public bool FireOldest()
    {
        var waiting = tokens.Waiting.Keys.Select(c => graph.Connections[c].Target).Distinct().ToList();
        if (waiting.Count == 0) return false;
        var join = waiting.Find(node => !waiting.Exists(other => other != node && graph.Ancestors(node).Contains(other))) ?? waiting[0];
        Decide(join, Missing(join), []);
        return true;
    }

    private void Token(int connection)
    {
        var target = graph.Connections[connection].Target;
        if (!graph.IsForward(connection))
        {
            GoBack(connection, target);
            return;
        }
        var mode = Mode(target);
        if (graph.ForwardInbound(target).Count < 2) context.Schedule(target);
        else if (mode == JoinMode.WaitAny) First(connection, target);
        else
        {
            tokens.Dead.Remove(connection);
            tokens.Waiting[connection] = tokens.Waiting.GetValueOrDefault(connection) + 1;
            Reconsider(target, []);
        }
    }

    private void GoBack(int connection, ActivityNode target)
    {
        if (!graph.IsValidBackward(connection))
        {
            var source = graph.Connections[connection].Source;
            throw new ActivityFaultException($"The connection from \"{source.Id}\" back to \"{target.Id}\" is no loop: some way from the start to \"{source.Id}\" does not go through \"{target.Id}\".");
        }
        // A new turn: what comes late from the turn before is not told apart any more, and what was decided is open again.
        if (tokens.Ignored.Count > 0) tokens.Ignored.RemoveWhere(IsOfThisTurn);
        if (tokens.Dead.Count > 0) tokens.Dead.RemoveWhere(IsOfThisTurn);
        context.Schedule(target);

        bool IsOfThisTurn(int c) => graph.Connections[c].Source == target || graph.Ancestors(graph.Connections[c].Source).Contains(target);
    }

    /// <summary>WaitAny: the first token goes on, the other branches are cancelled; what they had already scheduled still
    /// runs, and is ignored when it gets here.</summary>
    private void First(int connection, ActivityNode join)
    {
        if (tokens.Ignored.Remove(connection) || IsScheduled(join)) return;
        var cancelled = graph.Ancestors(join);
        if (At.Begun.Keys.Any(cancelled.Contains))
        {
            foreach (var frame in context.Frame.Children.Where(f => cancelled.Contains(f.Node)).ToList()) context.Interpreter.Cancel(frame);
        }
        foreach (var other in graph.ForwardInbound(join).Where(c => c != connection && CanStillCome(c)))
            tokens.Ignored.Add(other);
        context.Schedule(join);
    }

    /// <summary>No token comes by this connection: joins behind it may have waited for one.</summary>
    private void Dead(int connection, HashSet<int> seen)
    {
        if (!seen.Add(connection)) return;
        var target = graph.Connections[connection].Target;
        if (graph.ForwardInbound(target).Count > 1) tokens.Dead.Add(connection);
        if (HasTokens(target))
        {
            Reconsider(target, seen);
            return;
        }
        if (graph.ForwardInbound(target) is { Count: > 1 } all && all.Any(c => !tokens.Dead.Contains(c))) return;
        DeadBehind(target, seen);
    }

    private void DeadBehind(ActivityNode node, HashSet<int> seen) =>
        EachOf([.. graph.Outbound(node).Where(graph.IsForward)], connection => Dead(connection, seen));

    private void EachOf(IReadOnlyList<int> connections, Action<int> look)
    {
        open.AddRange(connections);
        foreach (var connection in connections)
        {
            open.Remove(connection);
            look(connection);
        }
    }

    /// <summary>Fires a join when its mode is met, and lets it starve when that cannot happen any more.</summary>
    private void Reconsider(ActivityNode join, HashSet<int> seen)
    {
        // Several outcomes of one activity may lead here: those that are looked at later in this very step decide.
        var missing = Missing(join);
        if (missing.Exists(open.Contains)) return;
        if (missing.Count == 0)
        {
            Fire(join);
            return;
        }
        if (!missing.Exists(c => !tokens.Dead.Contains(c) && CanStillCome(c))) Decide(join, missing, seen);
    }

    /// <summary>Nothing comes by the missing connections any more. Where one of them was not even decided against (its branch was cut off, or
    /// has brought its token before a loop turned), the join ends here, as in Elsa: what follows ran before or may need what that branch
    /// did. What was decided against before a loop stays so, other than in Elsa, where the join then never fires.</summary>
    private void Decide(ActivityNode join, List<int> missing, HashSet<int> seen)
    {
        if (!tokens.FromSchema1 && missing.Exists(c => !tokens.Dead.Contains(c)))
        {
            Take(join);
            Inform(join);
        }
        else if (Mode(join) == JoinMode.WaitAll) Starve(join, seen);
        else Fire(join);
    }

    private List<int> Missing(ActivityNode join) => graph.ForwardInbound(join).Where(c => !tokens.Waiting.ContainsKey(c)).ToList();

    private void Fire(ActivityNode join)
    {
        Take(join);
        context.Schedule(join);
    }

    private void Starve(ActivityNode join, HashSet<int> seen)
    {
        Take(join);
        Inform(join);
        DeadBehind(join, seen);
    }

    private void Inform(ActivityNode join) =>
        context.Interpreter.Inform(join, $"The join \"{join.Id}\" waits for all branches, but one of them does not come; what follows it is skipped.");

    private void Take(ActivityNode join)
    {
        foreach (var connection in graph.ForwardInbound(join)) tokens.Waiting.Remove(connection);
    }

    private bool HasTokens(ActivityNode node) => graph.ForwardInbound(node).Any(tokens.Waiting.ContainsKey);

    /// <summary>Whether a token is somewhere from where it can get to the join by this connection without passing the join before: at activities
    /// under way (also failed ones, which may be retried), at scheduled ones, and at joins where tokens wait.</summary>
    private bool CanStillCome(int connection)
    {
        var leading = graph.LeadingTo(connection);
        return At.Begun.Keys.Any(leading.Contains) || At.Next.Keys.Any(leading.Contains)
            || open.Exists(c => leading.Contains(graph.Connections[c].Target))
            || tokens.Waiting.Keys.Any(c => leading.Contains(graph.Connections[c].Target));
    }

    private bool IsScheduled(ActivityNode node) => At.Next.ContainsKey(node);

    private (Dictionary<ActivityNode, int> Begun, Dictionary<ActivityNode, int> Next) At => context.Frame.At!.Value;

    private JoinMode Mode(ActivityNode node)
    {
        // Any activity with several inbound connections joins those that are active.
        if (node.Type != "Elsa.FlowJoin") return JoinMode.WaitAllActive;
        var text = node.InputMap.TryGetValue("mode", out var mode) ? Values.Text(context.Evaluate(mode, "String")) : null;
        return text is null ? JoinMode.WaitAny : Enum.TryParse<JoinMode>(text, out var parsed) && Enum.IsDefined(parsed)
            ? parsed : throw new ActivityFaultException($"\"{text}\" is no mode of a join.", node);
    }

    /// <summary>In Elsa's order.</summary>
    private enum JoinMode { WaitAll, WaitAllActive, WaitAny }
}
