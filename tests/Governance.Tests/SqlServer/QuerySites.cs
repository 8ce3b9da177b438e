using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using Governance.Persistence;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

/// <summary>Every place in the product's source where a query is sent, found by the names of EF's methods. The first line of its
/// statement, as stack traces name it, is read from the compiler's debug information; a lambda within it counts as a statement too.</summary>
internal static partial class QuerySites
{
    // Sends what others give it: their lines count.
    private const string KeptQueries = "src/Governance/Persistence/CompiledQuery.cs";

    /// <summary>All of them: place and text of the line, and the statements that it is part of.</summary>
    public static IEnumerable<(CallSite Site, string Text, IReadOnlyList<CallSite> Statements)> All()
    {
        var statements = Statements().ToLookup(one => one.File, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.File("src/Governance"), "*.cs", SearchOption.AllDirectories).Select(CallSite.PathOf).Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(Repository.File(file)))
            {
                number++;
                if (file != KeptQueries && Sends().IsMatch(line))
                    yield return (new(file, number), line.Trim(), [.. statements[file].Where(one => one.First <= number && number <= one.Last).Select(one => new CallSite(file, one.First))]);
            }
        }
    }

    private static IEnumerable<(string File, int First, int Last)> Statements()
    {
        using var stream = File.OpenRead(Path.ChangeExtension(typeof(GovernanceDb).Assembly.Location, ".pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var reader = provider.GetMetadataReader();
        foreach (var method in reader.MethodDebugInformation.Select(reader.GetMethodDebugInformation))
            foreach (var point in method.GetSequencePoints().Where(point => !point.IsHidden))
                yield return (CallSite.PathOf(reader.GetString(reader.GetDocument(point.Document).Name)), point.StartLine, point.EndLine);
    }

    [GeneratedRegex(@"\.(To(List|Array|Dictionary|HashSet)Async|(Single|First|Last)(OrDefault)?Async|(Any|All|Count|LongCount|Sum|Max|Min|Average)Async|AsAsyncEnumerable|Execute(Update|Delete)Async|AskAsync)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sends();
}
