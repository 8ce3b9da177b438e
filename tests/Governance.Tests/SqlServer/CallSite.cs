using System.Diagnostics;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

/// <summary>A line of the product's source.</summary>
/// <param name="File">Path from the root of the checkout.</param>
/// <param name="Line">First line of the statement.</param>
public sealed record CallSite(string File, int Line)
{
    /// <summary>The line of the product that is being executed, or null when none is.</summary>
    public static CallSite? Current()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
            if (frame.GetFileName() is { } file && Path.GetRelativePath(Repository.File(""), file).Replace('\\', '/') is var path && path.StartsWith("src/", StringComparison.Ordinal))
                return new(path, frame.GetFileLineNumber());
        return null;
    }
}
