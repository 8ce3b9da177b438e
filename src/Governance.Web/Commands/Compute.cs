using System.CommandLine;
using System.Globalization;
using System.Text;
using Governance.Compute;
using Governance.Texts;

namespace Governance.Web.Commands;

/// <summary><c>compute …</c>: asks one rule for one case, or for each line of a CSV file. Needs neither settings nor database.</summary>
public static class Compute
{
    /// <summary><c>compute ballot</c>.</summary>
    public static Command Ballot() => Of("ballot", "Adopted, rejected or not quorate, and why.", new ComputeBallot());

    /// <summary><c>compute authority</c>.</summary>
    public static Command Authority() => Of("authority", "Who decides, who is heard and reported to, by the default table.", new ComputeAuthority());

    /// <summary><c>compute deadline</c>.</summary>
    public static Command Deadline() => Of("deadline", "The due date, and why.", new ComputeDeadline());

    private static Command Of(string name, string description, IComputation computation)
    {
        var command = new Command(name, description);
        var options = computation.Required.Concat(computation.Optional).ToDictionary(option => option, option => new Option<string?>("--" + option), StringComparer.Ordinal);
        var file = new Option<string?>("--file") { Description = "A CSV file with the options as columns; written back with a column result." };
        var language = new Option<string>("--language") { DefaultValueFactory = _ => "de", Description = "de or en." };
        foreach (var option in options.Values)
            command.Add(option);
        language.AcceptOnlyFromAmong("de", "en");
        command.Add(file);
        command.Add(language);
        command.Add(JsonOutput.Option("Prints the answer and its reasons as one JSON document; not with --file, which writes CSV."));
        command.SetAction(parse =>
        {
            var culture = CultureInfo.GetCultureInfo(parse.GetValue(language) == "en" ? "en" : "de");
            return parse.GetValue(file) is { } path
                ? File(computation, path, culture, parse)
                : One(computation, new ComputeOptions(options.Select(option => KeyValuePair.Create(option.Key, parse.GetValue(option.Value)))), culture, parse);
        });
        return command;
    }

    private static int One(IComputation computation, ComputeOptions options, CultureInfo culture, ParseResult parse)
    {
        var answer = computation.Run(options, culture);
        if (answer.Error is { } error)
        {
            parse.InvocationConfiguration.Error.WriteLine(error.Render(culture));
            return CommandLines.Refused;
        }

        parse.Write(answer.Value, [answer.Value.Result, .. answer.Value.Why]);
        return 0;
    }

    private static int File(IComputation computation, string path, CultureInfo culture, ParseResult parse)
    {
        var error = parse.InvocationConfiguration.Error;
        if (parse.WantsJson())
        {
            error.WriteLine("--file writes the file back as CSV; --json is for one case.");
            return CommandLines.Refused;
        }

        try
        {
            using var input = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            var done = ComputeFile.Run(computation, input, parse.InvocationConfiguration.Output, culture);
            if (done.Error is { } refused)
            {
                error.WriteLine(refused.Render(culture));
                return CommandLines.Refused;
            }

            foreach (var column in done.Value.UnusedColumns)
                error.WriteLine($"The column {column} is no option of this command.");
            return done.Value.Refused == 0 ? 0 : CommandLines.Refused;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException or ArgumentException)
        {
            error.WriteLine(unreadable.Message);
            return CommandLines.Refused;
        }
    }
}
