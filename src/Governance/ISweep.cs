namespace Governance;

/// <summary>Background work that starts from rows: looks for what is due and sends the same use cases as pages do, as the program.
/// Runs each minute, after commits in the same process, and on several nodes at once: every run is harmless to repeat.</summary>
public interface ISweep
{
    /// <summary>Its name on the page of jobs: <c>mail</c>.</summary>
    string Name { get; }

    /// <summary>Does what is due now, one transaction a row.</summary>
    Task RunAsync(CancellationToken ct);

    /// <summary>True when it also runs right after a commit. Such a sweep commits only while something is due; one that always commits
    /// would wake itself for ever.</summary>
    bool RunsAfterCommits => true;
}
