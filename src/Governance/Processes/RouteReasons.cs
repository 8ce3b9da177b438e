using Governance.Ballots;
using Governance.Inbox;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>Why a case is or was at a station: where it came from, what the program decided on the way, and what the step itself gives
/// as its reason. Made only of what is stored. Of the authority table's reasons it tells where they were looked up; they stand for themselves.</summary>
/// <param name="definition">The version that the case follows.</param>
/// <param name="number">Its number.</param>
/// <param name="causes">How the case came to each activity.</param>
/// <param name="authority">The reasons of the authority table; empty before it was asked.</param>
/// <param name="forms">The forms of the tasks by activity: they hold the words of the answers.</param>
internal sealed class RouteReasons(
    WorkflowDefinition definition, int number, IReadOnlyDictionary<string, RouteCause> causes, IReadOnlyList<Reason> authority, ILookup<string, TaskForm> forms)
{
    private const string Routing = "Governance.RouteByAuthority";

    // Ports that are not called as the outcome of a ballot is.
    private static readonly Dictionary<string, string> OutcomeOfPort = new(StringComparer.Ordinal)
    {
        ["Noted"] = nameof(DecisionOutcome.TakenNoteOf),
        ["TakenOff"] = nameof(DecisionOutcome.TakenOffAgenda),
    };

    private readonly Dictionary<string, ActivityNode> _nodes = definition.Root.Children.ToDictionary(node => node.Id, StringComparer.Ordinal);

    /// <summary>Whether the authority table is asked at this station.</summary>
    public bool IsRouting(string activity) => _nodes[activity].Type == Routing;

    /// <summary>Whether another workflow is started at this station.</summary>
    public bool IsOtherCase(string activity) => OtherCases.Executes(_nodes[activity].Type);

    /// <summary>The reasons for one station.</summary>
    /// <param name="activity">The station.</param>
    /// <param name="task">Why the task that was opened there last landed where it did, as stored; null when there is none.</param>
    /// <param name="ballots">The ballots held there, oldest first.</param>
    public IReadOnlyList<Reason> Of(string activity, string? task, IReadOnlyList<ExplainedBallot> ballots)
    {
        var cause = causes.GetValueOrDefault(activity);
        return
        [
            .. cause is null or { Left.Count: 0 } ? [Reason.Of("route.begun")] : cause.Left.Select(left => After(left.Station, left.Outcome)),
            .. (cause?.Decisions ?? []).Select(decision => RouteCause.Explain(definition, number, decision.Node, decision.Outcome)),
            .. ReasonJson.ReadAll(task).Select(TaskWhy.ForAnyone),
            .. ballots.SelectMany(Of),
        ];
    }

    private Reason After(ActivityNode station, string outcome)
    {
        var label = ("station", (object?)new Term("station", station.Id) { Name = ProcessMap.LabelOf(station) });
        var answer = forms[station.Id].SelectMany(form => form.Answers).FirstOrDefault(answer => answer.Outcome == outcome)?.Label;
        return answer is not null ? Reason.Of("route.after-answer", label, ("answer", new Term("answer", outcome) { Name = answer }))
            : station.Type == "Governance.HoldBallot" ? Reason.Of("route.after-answer", label, ("answer", new Term("outcome", OutcomeOfPort.GetValueOrDefault(outcome, outcome))))
            : Reason.Of("route.after", label);
    }

    private IEnumerable<Reason> Of(ExplainedBallot ballot)
    {
        var body = ("body", (object?)ballot.Body);
        if (ballot.Role == BallotRole.Decision || Heard().Contains(ballot.Body.Code, StringComparer.Ordinal))
        {
            if (authority.Count > 0)
                yield return Reason.Of(ballot.Role == BallotRole.Decision ? "route.ballot-decides" : "route.ballot-heard", body, Fact("rule"), Fact("version"), Fact("validFrom"));
        }
        else
        {
            yield return Reason.Of("route.ballot-referred", body);
        }

        if (ballot.SecondCall)
            yield return Reason.Of("route.ballot-second-call", body);
        foreach (var reason in ReasonJson.ReadAll(ballot.Outcome))
            yield return reason;
    }

    private (string, object?) Fact(string name) => (name, authority[0].Facts.GetValueOrDefault(name));

    private IEnumerable<string> Heard() =>
        authority.Where(reason => reason.Code == "authority.heard").SelectMany(reason => (reason.Facts.GetValueOrDefault("bodies") as object?[] ?? []).OfType<Term>()).Select(term => term.Code);
}

/// <summary>A ballot as far as its reasons go.</summary>
/// <param name="Body">Who votes.</param>
/// <param name="Role">Pre-advice or decision.</param>
/// <param name="SecondCall">Whether the body was called a second time.</param>
/// <param name="Outcome">Why that outcome, as stored; null while it runs.</param>
internal sealed record ExplainedBallot(Term Body, BallotRole Role, bool SecondCall, string? Outcome);
