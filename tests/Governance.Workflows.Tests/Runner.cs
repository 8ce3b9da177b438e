using System.Text.Json.Nodes;

namespace Governance.Workflows.Tests;

/// <summary>A folder with a definition, its steps and the definitions that are published first; runs them and keeps what was printed.</summary>
internal sealed class Runner : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflows").FullName;
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public string Output => output.ToString();

    public string Error => error.ToString();

    public string Definition => Path.Combine(folder, "definition.json");

    public string With => Path.Combine(folder, "with");

    public void Publish(string id, string definition)
    {
        Directory.CreateDirectory(With);
        File.WriteAllText(Path.Combine(With, id + ".json"), definition.Replace("\"definitionId\":\"test\"", $"\"definitionId\":\"{id}\"", StringComparison.Ordinal));
    }

    public int Run(string definition, JsonObject? inputs = null, string? steps = null, bool json = false, ActivityCatalog? catalog = null)
    {
        File.WriteAllText(Definition, definition);
        var stepsFile = Path.Combine(folder, "steps");
        if (steps is not null) File.WriteAllText(stepsFile, steps);
        return Run(new(Definition, inputs ?? [], steps is null ? null : stepsFile, Directory.Exists(With) ? With : null, json) { Catalog = catalog ?? ActivityCatalog.BuiltIn });
    }

    public int Run(ScenarioOptions options) => ScenarioRunner.Run(options, output, error);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        error.Dispose();
    }
}
