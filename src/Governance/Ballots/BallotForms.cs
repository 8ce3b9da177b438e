using Governance.Inbox;
using Governance.Texts;

namespace Governance.Ballots;

/// <summary>The forms of the tasks that a ballot opens. They have no answers of their own: the ballot's page asks.</summary>
internal static class BallotForms
{
    public static TaskForm Vote { get; } = new(new LocalText("Wie stimmen Sie über den Antrag ab?", "How do you vote on the proposal?"), []);

    public static TaskForm Conduct { get; } = new(new LocalText("Bitte leiten Sie die Abstimmung oder tragen Sie das Ergebnis ein.", "Please conduct the ballot or record its result."), []);
}
