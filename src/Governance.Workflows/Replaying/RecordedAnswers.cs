using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>The host's answers that a record has. An exact replay takes them in their order. A dry run takes one that was given to the same question:
/// the same activity with the same inputs; a question that was not asked then has no answer.</summary>
internal sealed class RecordedAnswers(ReplayTrace? original)
{
    private readonly Queue<RecordedAnswer> inOrder = new();
    private readonly List<ReplayedCall> asked = [.. original?.Calls ?? []];

    /// <summary>The activity of the next answer that nobody asked for, or null.</summary>
    public string? Left => inOrder.TryPeek(out var left) ? left.ActivityId : null;

    /// <summary>Exact replay: the answers of the step that begins.</summary>
    public void Offer(IReadOnlyList<RecordedAnswer> answers)
    {
        if (original is not null) return;
        foreach (var answer in answers) inOrder.Enqueue(answer);
    }

    public HostResult? Take(HostCall call)
    {
        if (original is null) return inOrder.TryPeek(out var next) && next.ActivityId == call.ActivityId ? inOrder.Dequeue().Result : null;
        var at = asked.FindIndex(known => known.ActivityId == call.ActivityId && known.ActivityType == call.ActivityType && JsonNode.DeepEquals(known.Inputs, call.Inputs));
        if (at < 0) return null;
        var answer = asked[at].Answer;
        asked.RemoveAt(at);
        return answer;
    }
}
