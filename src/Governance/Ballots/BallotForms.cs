using Governance.Inbox;
using Governance.Texts;

namespace Governance.Ballots;

/// <summary>The forms of the tasks that a ballot opens. They have no answers of their own: the ballot's page asks.</summary>
internal static class BallotForms
{
    public static TaskForm Vote { get; } = new(LocalText.Of("task.vote-question"), []);

    public static TaskForm Conduct { get; } = new(LocalText.Of("task.conduct-question"), []);
}
