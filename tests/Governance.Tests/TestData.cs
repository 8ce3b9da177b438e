using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Governance.Tests;

/// <summary>Files of tests/data, read from the sources so that nothing has to be copied.</summary>
internal static class TestData
{
    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string PathTo(string file) => Path.Combine(RepositoryRoot, "tests", "data", file);

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string file)
    {
        using var reader = new CsvReader(new StreamReader(PathTo(file)), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (reader.Read())
            rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name) ?? "", StringComparer.Ordinal));
        return rows;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
