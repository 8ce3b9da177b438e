using System.CommandLine;

namespace Governance.Web.Commands;

/// <summary>One command of the program, in one file. A command that needs the database opens a <see cref="CommandHost"/> inside its
/// action; one that only computes touches neither host nor settings, so that it starts at once.</summary>
public interface ICommandLine
{
    /// <summary>The command with its options, its help and its action, which returns the exit code. Results go to
    /// <c>parse.InvocationConfiguration.Output</c>, errors to <c>….Error</c>.</summary>
    static abstract Command Create();
}
