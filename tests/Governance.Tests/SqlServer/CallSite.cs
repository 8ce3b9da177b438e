using System.Diagnostics;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

/// <summary>A line of the product's source.</summary>
/// <param name="File">Path from the root of the checkout.</param>
/// <param name="Line">First line of the statement.</param>
public sealed record CallSite(string File, int Line)
{
    private static readonly string Sources = Repository.File("src") + Path.DirectorySeparatorChar;

    /// <summary>The lines of the product that are being executed, the innermost first.</summary>
    public static IReadOnlyList<CallSite> Current() =>
    [
        .. new StackTrace(fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileName()?.StartsWith(Sources, StringComparison.Ordinal) == true)
            .Select(frame => new CallSite(PathOf(frame.GetFileName()!), frame.GetFileLineNumber())),
    ];

    /// <summary>A file's path from the root.</summary>
    public static string PathOf(string file) => Path.GetRelativePath(Repository.File(""), file).Replace('\\', '/');

    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}";
}
