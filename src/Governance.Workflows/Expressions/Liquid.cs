using System.Text.Json.Nodes;

namespace Governance.Workflows;

internal static class Liquid
{
    public static JsonNode? Render(Burst burst, Frame frame, string template) =>
        throw new ConversionException($"Liquid is not supported yet ({burst.InstanceId}, {frame.Id}, {template.Length}).");
}
