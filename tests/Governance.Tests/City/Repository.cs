namespace Governance.Tests.City;

/// <summary>Files of the checkout that tests read.</summary>
public static class Repository
{
    private static readonly string Root = Find();

    /// <summary>The workflows that carry proposals, those first that others start.</summary>
    public static IReadOnlyList<string> Workflows { get; } = ["urgent-decision-approval", "urgent-decision", "project-proposal"];

    /// <summary>The full path of a file named from the root.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory!.FullName, "Governance.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }
}
