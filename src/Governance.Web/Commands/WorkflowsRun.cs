using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Web.Commands;

/// <summary><c>workflows run</c>: one definition in memory with a virtual clock.</summary>
public sealed class WorkflowsRun : ICommandLine
{
    /// <inheritdoc />
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The definition, JSON in Elsa's format." };
        var input = new Option<string[]>("--input") { Description = "A workflow input: NAME=JSON.", AllowMultipleArgumentsPerToken = false };
        var steps = new Option<string?>("--steps") { Description = "A file of steps, one a line: input, event, resume, taskdone, cancel, wait." };
        var with = new Option<string?>("--with") { Description = "A folder of definitions to publish first." };
        var json = JsonOutput.Option("Prints the instance, its journal and outputs as one JSON document.");
        var command = new Command("run", "Runs one definition in memory and prints what happens.") { file, input, steps, with, json };
        command.SetAction(parse =>
        {
            var inputs = new JsonObject();
            foreach (var one in parse.GetValue(input) ?? [])
            {
                if (Read(one) is not var (name, value))
                {
                    parse.InvocationConfiguration.Error.WriteLine($"\"{one}\" is no input; NAME=JSON would be right, for example --input Amount=12 or --input Name='\"Rat\"'.");
                    return CommandLines.Refused;
                }

                inputs[name] = value;
            }

            var options = new ScenarioOptions(parse.GetRequiredValue(file), inputs, parse.GetValue(steps), parse.GetValue(with), parse.GetValue(json)) { Catalog = ActivityRegistry.Catalog };
            return ScenarioRunner.Run(options, parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        });
        return command;
    }

    private static (string Name, JsonNode? Value)? Read(string text)
    {
        var end = text.IndexOf('=', StringComparison.Ordinal);
        if (end <= 0)
            return null;
        try
        {
            return (text[..end], JsonNode.Parse(text[(end + 1)..]));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
