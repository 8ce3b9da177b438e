// Runs definitions in Elsa and writes what it printed beside each: NAME.json -> NAME.elsa.
using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Stimuli;
using Elsa.Workflows.Serialization.Converters;

foreach (var file in args)
{
    var printed = new List<string>();
    try
    {
        await new Oracle(file, printed).RunAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
    catch (Exception e)
    {
        printed.Add($"!! {e.GetType().Name}: {e.Message}");
    }

    File.WriteAllLines(Path.ChangeExtension(file, ".elsa"), printed);
}

Environment.Exit(0);

internal sealed class Oracle(string file, List<string> printed)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new PolymorphicObjectConverterFactory() } };

    private readonly Output _output = new();

    public async Task RunAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddElsa(elsa => elsa.AddActivitiesFrom<WriteLine>().UseScheduling().UseJavaScript().UseLiquid().UseWorkflowManagement().UseWorkflowRuntime()
            .UseWorkflows(workflows => workflows.WithStandardOutStreamProvider(_ => new StandardOutStreamProvider(_output))));
        using var host = builder.Build();
        await host.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<IRegistriesPopulator>().PopulateAsync();

        var parts = Path.ChangeExtension(file, ".deps");
        foreach (var part in Directory.Exists(parts) ? Directory.GetFiles(parts, "*.json").Order() : Enumerable.Empty<string>())
            await PublishAsync(services, part);
        var version = await PublishAsync(services, file);
        var steps = File.Exists(Path.ChangeExtension(file, ".steps")) ? File.ReadAllLines(Path.ChangeExtension(file, ".steps")).Where(line => line.Trim().Length > 0).ToList() : [];
        var input = steps.Where(step => step.StartsWith("input ", StringComparison.Ordinal)).Select(step => JsonSerializer.Deserialize<Dictionary<string, object>>(step[6..], Json)).FirstOrDefault();

        var client = await services.GetRequiredService<IWorkflowRuntime>().CreateClientAsync();
        await client.CreateAndRunInstanceAsync(new CreateAndRunWorkflowInstanceRequest { WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId(version), Input = input });
        await _output.QuietAsync();
        foreach (var step in steps.Where(step => !step.StartsWith("input ", StringComparison.Ordinal)))
        {
            if (!step.StartsWith("wait", StringComparison.Ordinal))
                _output.WriteLine("> " + step);
            await ApplyAsync(services, client, step.Split(' ', 3), step);
            await _output.QuietAsync();
        }

        printed.AddRange(_output.Lines);
        var state = await client.ExportStateAsync();
        printed.AddRange(state.Output.Select(output => $"output {output.Key} = {JsonSerializer.Serialize(output.Value)}"));
        printed.Add("status: " + (state.Status == WorkflowStatus.Running ? "Suspended" : state.SubStatus.ToString()));
        await host.StopAsync();
    }

    private static async Task ApplyAsync(IServiceProvider services, IWorkflowClient client, string[] words, string step)
    {
        var bookmarks = services.GetRequiredService<IBookmarkStore>();
        var own = new BookmarkFilter { WorkflowInstanceId = client.WorkflowInstanceId };
        switch (words[0])
        {
            case "event":
                await services.GetRequiredService<IEventPublisher>().PublishAsync(words[1], workflowInstanceId: client.WorkflowInstanceId, payload: words.Length > 2 ? JsonSerializer.Deserialize<object>(words[2], Json) : null);
                break;
            case "resume":
                for (var turn = 0; turn < 50 && (await bookmarks.FindManyAsync(own)).ToList() is { Count: > 0 } open; turn++)
                {
                    foreach (var bookmark in open)
                        await client.RunInstanceAsync(new RunWorkflowInstanceRequest { BookmarkId = bookmark.Id });
                }

                break;
            case "taskdone":
                var task = (RunTaskStimulus)(await bookmarks.FindManyAsync(own)).First(bookmark => bookmark.Name == "Elsa.RunTask").Payload!;
                await services.GetRequiredService<ITaskReporter>().ReportCompletionAsync(task.TaskId, words.Length > 1 ? JsonSerializer.Deserialize<object>(step["taskdone ".Length..], Json) : null);
                break;
            case "cancel":
                await client.CancelAsync();
                break;
            case "wait":
                await Task.Delay(int.Parse(words[1]) + 300);
                break;
        }
    }

    private static async Task<string> PublishAsync(IServiceProvider services, string file)
    {
        var model = services.GetRequiredService<IApiSerializer>().Deserialize<WorkflowDefinitionModel>(File.ReadAllText(file));
        var imported = await services.GetRequiredService<IWorkflowDefinitionImporter>().ImportAsync(new SaveWorkflowDefinitionRequest { Model = model, Publish = true });
        return imported.WorkflowDefinition.Id;
    }

    private sealed class Output : TextWriter
    {
        public List<string> Lines { get; } = [];

        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            lock (Lines)
                Lines.Add(value ?? "");
        }

        /// <summary>Elsa tells nobody when it has nothing to do: three looks in a row without a new line.</summary>
        public async Task QuietAsync()
        {
            for (var (seen, still) = (-1, 0); still < 3; seen = Lines.Count)
            {
                await Task.Delay(60);
                still = Lines.Count == seen ? still + 1 : 0;
            }
        }
    }
}
