using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Governance.Texts;

namespace Governance.Compute;

/// <summary>What became of a file of cases.</summary>
/// <param name="Cases">Lines that were read.</param>
/// <param name="Refused">Lines whose input was refused; their result says why.</param>
/// <param name="UnusedColumns">Columns that are no option. They are kept; a slip in a column's name shows here.</param>
public sealed record ComputeFileSummary(int Cases, int Refused, IReadOnlyList<string> UnusedColumns);

/// <summary>Answers a CSV file of cases: the same columns back and a column <c>result</c>. Commas or semicolons, as in the file.</summary>
public static class ComputeFile
{
    private const string ResultColumn = "result";

    /// <summary>Reads all cases and writes them with their results; or <c>compute.file-empty</c>, <c>compute.column-missing</c>,
    /// <c>compute.column-twice</c>, <c>compute.line-length</c>: then nothing was written.</summary>
    public static Result<ComputeFileSummary> Run(IComputation computation, TextReader input, TextWriter output, CultureInfo culture)
    {
        var text = input.ReadToEnd();
        var format = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n",
            BadDataFound = null,
        };
        var rows = Read(text, format);
        if (CheckHeader(computation, rows) is { } error)
            return error;

        var header = rows[0];
        var answers = rows.Skip(1).Select(row => (Row: row, Answer: computation.Run(Options(header, row), culture))).ToList();
        Write(output, format, header, answers.Select(a => (a.Row, Text(a.Answer, culture))));
        return new ComputeFileSummary(answers.Count, answers.Count(a => !a.Answer.IsSuccess), Unused(computation, header));
    }

    private static List<string[]> Read(string text, CsvConfiguration format)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), format);
        List<string[]> rows = [];
        while (parser.Read())
            rows.Add([.. parser.Record!]);
        return rows;
    }

    private static Error? CheckHeader(IComputation computation, List<string[]> rows)
    {
        if (rows.Count == 0)
            return Error.Of("compute.file-empty");

        var names = rows[0].Select(Name).ToList();
        if (computation.Required.FirstOrDefault(r => !names.Contains(r, StringComparer.OrdinalIgnoreCase)) is { } missing)
            return Error.Of("compute.column-missing", ("column", missing));
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Error.Of("compute.column-twice", ("column", twice.Key));

        var ragged = rows.FindIndex(row => row.Length != names.Count);
        return ragged < 0 ? null : Error.Of("compute.line-length", ("record", ragged), ("fields", rows[ragged].Length), ("expected", names.Count));
    }

    private static ComputeOptions Options(string[] header, string[] row) =>
        new(header.Zip(row, (name, value) => KeyValuePair.Create(name, (string?)value)));

    private static void Write(TextWriter output, CsvConfiguration format, string[] header, IEnumerable<(string[] Row, string Result)> lines)
    {
        // A result column of an earlier run is replaced.
        var kept = Enumerable.Range(0, header.Length).Where(i => !Is(header[i], ResultColumn)).ToList();
        using var csv = new CsvWriter(output, format, leaveOpen: true);
        WriteLine(csv, kept.Select(i => header[i]).Append(ResultColumn));
        foreach (var (row, result) in lines)
            WriteLine(csv, kept.Select(i => row[i]).Append(result));
        csv.Flush();
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }

    private static string Text(Result<ComputeAnswer> answer, CultureInfo culture) =>
        answer.IsSuccess ? answer.Value.Result : $"error: {answer.Error!.Render(culture)}";

    private static string[] Unused(IComputation computation, string[] header) =>
    [
        .. header.Where(column => !Is(column, ResultColumn)
            && !computation.Required.Concat(computation.Optional).Contains(Name(column), StringComparer.OrdinalIgnoreCase)),
    ];

    // German spreadsheets write semicolons.
    private static string Delimiter(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Contains(';') && !header.Contains(',') ? ";" : ",";
    }

    private static string Name(string column) => column.Trim().TrimStart('-');

    private static bool Is(string column, string name) => string.Equals(Name(column), name, StringComparison.OrdinalIgnoreCase);
}
