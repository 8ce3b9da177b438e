using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Governance.Web.Tests.Texts;

/// <summary>The sources of the web project, as text.</summary>
public static partial class Sources
{
    /// <summary>Folder of the web project.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "src", "Governance.Web");

    /// <summary>Pages.</summary>
    public static IEnumerable<string> Pages => Files("*.cshtml");

    /// <summary>Everything that may name a text.</summary>
    public static IEnumerable<string> All => Files("*.cshtml").Concat(Files("*.cs"));

    /// <summary>Texts of a language, by key; a key that stands twice fails here.</summary>
    public static Dictionary<string, string> Texts(string language) => Files($"*.{language}.resx")
        .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>Names of the resource files: the first part of every key.</summary>
    public static IEnumerable<string> Areas => Files("*.de.resx").Select(file => Path.GetFileName(file).Split('.')[0]);

    /// <summary>What looks like a key between quotes, with its place. Open: it goes on with a hole, so it is the start of several keys.</summary>
    public static IEnumerable<(string Literal, bool Open, string Place)> Literals() =>
        from file in All
        from line in File.ReadLines(file).Select((text, index) => (text, index))
        from Match match in Literal().Matches(line.text)
        select (match.Value, line.text[match.Index + match.Length] == '{', Place(file, line.index + 1));

    /// <summary>File and line, as an editor opens them.</summary>
    public static string Place(string file, int line) => $"{Path.GetRelativePath(Root(), file)}:{line}";

    /// <summary>The code of both projects whose words people may come to read.</summary>
    public static IEnumerable<string> Code => Files("*.cs").Concat(Files("*.cs", Path.Combine(Root(), "src", "Governance")));

    private static IEnumerable<string> Files(string pattern, string? folder = null) => Directory
        .EnumerateFiles(folder ?? Folder, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains("node_modules", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Governance.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Governance.sln is not above the tests.");
    }

    // Quotes are looked at, not taken: in a page they stand within the quotes of an attribute.
    [GeneratedRegex(@"(?<="")[A-Z][A-Za-z]+\.[A-Za-z.]*(?=[""{])", RegexOptions.None, 1000)]
    private static partial Regex Literal();
}
