namespace Governance.Web.Ui.Shell;

/// <summary>Says what surrounds a page: who is signed in and where this person may go.</summary>
public interface IShell
{
    /// <summary>Reads the surroundings of the current request. Called once a page.</summary>
    ValueTask<Surroundings> ReadAsync(CancellationToken cancellationToken);
}
