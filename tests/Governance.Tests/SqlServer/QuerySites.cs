using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using Governance.Persistence;
using Governance.Tests.City;

namespace Governance.Tests.SqlServer;

/// <summary>Every place in the product's source where a query is sent, found by the names of EF's methods; its statement's first line
/// is read from the compiler's debug information, as stack traces name it.</summary>
internal static partial class QuerySites
{
    /// <summary>All of them, each with its text.</summary>
    public static IEnumerable<(CallSite Site, string Text)> All()
    {
        var statements = Statements().ToLookup(one => one.File, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.File("src/Governance"), "*.cs", SearchOption.AllDirectories).Select(CallSite.PathOf).Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(Repository.File(file)))
            {
                number++;
                if (Sends().IsMatch(line) && statements[file].Where(one => one.First <= number && number <= one.Last).OrderBy(one => one.Last - one.First).FirstOrDefault() is { File: not null } statement)
                    yield return (new CallSite(file, statement.First), line.Trim());
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

    [GeneratedRegex(@"\.(To(List|Array|Dictionary|HashSet)Async|(Single|First|Last)(OrDefault)?Async|(Any|All|Count|LongCount|Sum|Max|Min|Average)Async|AsAsyncEnumerable|Execute(Update|Delete)Async)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sends();
}
