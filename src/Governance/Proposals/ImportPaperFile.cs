using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;

namespace Governance.Proposals;

/// <summary>Reads a file of council papers: every line that is right, and every reason why one is not.</summary>
/// <param name="Lines">Papers in the file.</param>
/// <param name="Papers">Those that are right, in the order of the file.</param>
/// <param name="Refused">What is wrong, in the order of the file.</param>
internal sealed record ImportPaperFile(int Lines, IReadOnlyList<ImportedPaper> Papers, IReadOnlyList<RefusedLine> Refused)
{
    /// <summary>Fifty megabytes: some hundred thousand papers.</summary>
    private const int LargestFile = 50 * 1024 * 1024;

    public static ImportPaperFile Read(ReadOnlyMemory<byte> file, int year, string lifeArea)
    {
        if (file.Length > LargestFile)
            return Refuse(1, Error.Of("import.file-too-large", ("bytes", file.Length), ("most", LargestFile)));
        if (NotUtf8(file.Span) is { Count: > 0 } lines)
            return new(0, [], [.. lines.Select(line => new RefusedLine(line, Error.Of("import.not-utf8")))]);

        using var records = new CsvLines(file);
        if (!records.Read())
            return Refuse(1, Error.Of("import.empty"));
        var columns = records.Fields;
        if (!IsHeader(columns))
            return Refuse(records.Line, Error.Of("import.header", ("found", Shortened(string.Join(',', columns))), ("expected", string.Join(',', ImportPaperColumns.Required))));

        var count = 0;
        var papers = new List<ImportedPaper>();
        var refused = new List<RefusedLine>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (records.Read())
        {
            count++;
            var errors = Check(records, columns, year, lifeArea, seen, out var paper);
            refused.AddRange(errors.Select(error => new RefusedLine(records.Line, error)));
            if (errors.Count == 0)
                papers.Add(paper!);
        }

        return count == 0 ? Refuse(records.Line, Error.Of("import.empty")) : new(count, papers, refused);
    }

    /// <summary>Enough of a value to find it again: reasons are printed and sent.</summary>
    public static string Shortened(string value) => value.Length <= 80 ? value : value[..80] + "…";

    private static IReadOnlyList<Error> Check(CsvLines record, string[] columns, int year, string lifeArea, Dictionary<string, int> seen, out ImportedPaper? paper)
    {
        paper = null;
        if (record.HasWrongQuotes)
            return [Error.Of("import.quotes")];
        if (record.Fields.Length != columns.Length)
            return [Error.Of("import.columns", ("found", record.Fields.Length), ("expected", columns.Length))];
        var line = new ImportPaperLine(columns.Zip(record.Fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        var content = line.Read(year, lifeArea);
        paper = new ImportedPaper(record.Line, line.Reference, content);
        if (line.Reference.Length > 0 && !seen.TryAdd(line.Reference, record.Line))
            return [.. line.Errors, Error.Of("import.duplicate", ("column", ImportPaperColumns.Reference), ("value", Shortened(line.Reference)), ("line", seen[line.Reference]))];
        return line.Errors;
    }

    private static bool IsHeader(string[] columns) =>
        columns.Distinct(StringComparer.Ordinal).Count() == columns.Length
        && ImportPaperColumns.Required.All(columns.Contains)
        && columns.All(column => ImportPaperColumns.Required.Concat(ImportPaperColumns.Optional).Contains(column, StringComparer.Ordinal));

    private static List<int> NotUtf8(ReadOnlySpan<byte> file)
    {
        var wrong = new List<int>();
        var line = 0;
        foreach (var range in file.Split((byte)'\n'))
        {
            line++;
            if (!Utf8.IsValid(file[range]))
                wrong.Add(line);
        }

        return wrong;
    }

    private static ImportPaperFile Refuse(int line, Error error) => new(0, [], [new RefusedLine(line, error)]);

    /// <summary>The records of the file with the physical line at which each begins: a quoted field may hold line breaks.</summary>
    private sealed class CsvLines : IDisposable
    {
        private readonly StreamReader _reader;
        private readonly CsvParser _parser;
        private int _next = 1;

        public CsvLines(ReadOnlyMemory<byte> file)
        {
            _reader = new StreamReader(new MemoryStream(file.ToArray()), Encoding.UTF8);
            _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                IgnoreBlankLines = false,
                BadDataFound = _ => HasWrongQuotes = true,
            });
        }

        public int Line { get; private set; } = 1;

        public string[] Fields { get; private set; } = [];

        public bool HasWrongQuotes { get; private set; }

        /// <summary>The next record that is not blank.</summary>
        public bool Read()
        {
            while (_parser.Read())
            {
                HasWrongQuotes = false;
                Fields = [.. Enumerable.Range(0, _parser.Count).Select(field => _parser[field])];
                Line = _next;
                var raw = _parser.RawRecord;
                _next += LineBreaks(raw);

                // A quote that is never closed swallows the rest of the file without a word.
                HasWrongQuotes |= raw.Count(letter => letter == '"') % 2 == 1;
                if (Fields.Length > 1 || Fields[0].Trim().Length > 0)
                    return true;
            }

            return false;
        }

        public void Dispose()
        {
            _parser.Dispose();
            _reader.Dispose();
        }

        private static int LineBreaks(string text)
        {
            var breaks = 0;
            for (var at = 0; at < text.Length; at++)
                if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                    breaks++;
            return breaks;
        }
    }
}
