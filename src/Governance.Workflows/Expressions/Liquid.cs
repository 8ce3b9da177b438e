using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DotLiquid;

namespace Governance.Workflows;

/// <summary>A Liquid template that was parsed once for its definition. It sees Variables, Input and the instance's ids.</summary>
internal sealed class Liquid
{
    static Liquid()
    {
        // Formats of dates as Liquid has them, not as .NET does.
        DotLiquid.Liquid.UseRubyDateFormat = true;
        Template.RegisterFilter(typeof(LiquidFilters));
    }

    private readonly Template? template;

    private Liquid(Template? template, string? error) => (this.template, Error) = (template, error);

    /// <summary>Why it cannot be rendered (a syntax error), or null.</summary>
    public string? Error { get; }

    public static Liquid Prepare(string source)
    {
        try
        {
            var parsed = Template.Parse(source, SyntaxCompatibility.DotLiquid22);
            parsed.MakeThreadSafe();
            return new(parsed, null);
        }
        catch (DotLiquid.Exceptions.SyntaxException e)
        {
            return new(null, e.Message);
        }
    }

    public JsonNode Render(Burst burst, Frame frame)
    {
        if (template is null) throw new ConversionException(Error!);
        var values = new Hash
        {
            ["Variables"] = new Lookup(name => Plain(Scope.FindByName(frame, name)?.Variable)),
            ["Input"] = new Lookup(name => Plain(Evaluator.Input(burst, frame, name))),
            ["CorrelationId"] = burst.CorrelationId,
            ["WorkflowInstanceId"] = burst.InstanceId,
            ["WorkflowDefinitionId"] = burst.Definition.DefinitionId,
            ["WorkflowDefinitionVersionId"] = burst.Definition.VersionId,
            ["WorkflowDefinitionVersion"] = burst.Definition.Version,
        };
        var limits = burst.Context.Limits;
        return JsonValue.Create(Values.Readable(template.Render(new RenderParameters(CultureInfo.InvariantCulture)
        {
            LocalVariables = values,
            ErrorsOutputMode = ErrorsOutputMode.Rethrow,
            MaxIterations = limits.MaxScriptStatements,
            Timeout = (int)limits.ScriptTimeout.TotalMilliseconds,
        })));
    }

    private static object? Plain(FrameVariable? variable) =>
        variable?.Instant is { } instant ? instant.ToString("u", CultureInfo.InvariantCulture) : Plain(variable?.Value);

    private static object? Plain(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => Number(Values.Digits(value)),
        JsonValueKind.Array => value.AsArray().Select(Plain).ToList(),
        _ => Hash.FromDictionary(value.AsObject().ToDictionary(item => item.Key, item => Plain(item.Value)!)),
    };

    private static object Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
        : double.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Values by name, turned into plain ones when a template asks for them.</summary>
    private sealed class Lookup(Func<string, object?> find) : Drop
    {
        public override object? BeforeMethod(string method) => find(method);

        public override bool ContainsKey(object key) => true;
    }
}
