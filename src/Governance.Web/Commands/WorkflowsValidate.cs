using System.CommandLine;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Web.Commands;

/// <summary><c>workflows validate</c>: checks definitions, a line per problem.</summary>
public sealed class WorkflowsValidate : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Definitions, or folders of definitions.", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError($"\"{option.Value}\" is no option of this command.");
        });
        var command = new Command("validate", "Checks definitions; prints a line per problem. A warning may be meant: with warnings alone the exit code is 0.") { paths, JsonOutput.Option() };
        command.SetAction(parse =>
        {
            var problems = parse.GetRequiredValue(paths).SelectMany(Files).SelectMany(Problems).ToList();
            parse.Write(new { Problems = problems }, problems.Select(problem => $"{problem.File}: {problem.Activity ?? "-"}: {(problem.Severity == ProblemSeverity.Warning ? "warning: " : "")}{problem.Message}"));
            return problems.TrueForAll(problem => problem.Severity == ProblemSeverity.Warning) ? 0 : CommandLines.Refused;
        });
        return command;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static IEnumerable<Problem> Problems(string file)
    {
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Load(File.ReadAllText(file), ActivityRegistry.Catalog);
        }
        catch (Exception unreadable) when (unreadable is DefinitionException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [new(file, Activity: null, "unreadable", ProblemSeverity.Error, unreadable.Message)];
        }

        return DefinitionCheck.Of(definition).Select(problem => new Problem(file, problem.ActivityId, problem.Check, problem.Severity, problem.Message));
    }

    // What is wrong with a file; no activity where it cannot be read.
    private sealed record Problem(string File, string? Activity, string Check, ProblemSeverity Severity, string Message);
}
