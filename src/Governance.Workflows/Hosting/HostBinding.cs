using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Workflows;

/// <summary>Carries inputs into the properties of a host activity and its outputs back.</summary>
internal static class HostBinding
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Bind(HostCall call, object activity)
    {
        foreach (var (property, input) in Bound<InputAttribute>.Of(activity))
        {
            var value = Find(call.Inputs, property.Name) ?? (input.DefaultValue is { } preset ? JsonValue.Create(Convert.ToString(preset, CultureInfo.InvariantCulture)) : null);
            if (value is null)
            {
                if (input.Required) throw new HostBindingException($"The activity \"{call.ActivityId}\" ({call.ActivityType}) needs the input \"{property.Name}\", but it has no value.");
                continue;
            }
            try
            {
                property.SetValue(activity, To(value, property.PropertyType));
            }
            catch (Exception e) when (e is ConversionException or JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
            {
                throw new HostBindingException($"The input \"{property.Name}\" of the activity \"{call.ActivityId}\" ({call.ActivityType}) is {Short(value)}, which is no {TypeName(property.PropertyType)}.");
            }
        }
    }

    public static JsonObject Outputs(object activity)
    {
        var outputs = new JsonObject();
        foreach (var (property, _) in Bound<OutputAttribute>.Of(activity))
        {
            outputs[property.Name] = property.GetValue(activity) switch
            {
                null => null,
                JsonNode node => node.DeepClone(),
                Enum e => e.ToString(),
                var value => JsonSerializer.SerializeToNode(value, value.GetType(), Json),
            };
        }
        return outputs;
    }

    /// <summary>Elsa's alias of a property's type.</summary>
    public static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return TypeName(inner) + "?";
        if (type.IsArray) return TypeName(type.GetElementType()!) + "[]";
        if (type == typeof(List<string>) || type == typeof(IReadOnlyList<string>)) return "String[]";
        return typeof(JsonNode).IsAssignableFrom(type) ? "Object" : type.Name;
    }

    private static object? To(JsonNode value, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (typeof(JsonNode).IsAssignableFrom(type)) return value.DeepClone();
        if (type == typeof(DateOnly) && Values.Text(value) is { Length: > 10 } instant)
            return DateOnly.FromDateTime(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).Date);
        if (type.IsEnum)
        {
            return Enum.TryParse(type, Values.Text(value), ignoreCase: true, out var parsed) && Enum.IsDefined(type, parsed)
                ? parsed : throw new FormatException();
        }
        var converted = Conversion.Strict(value, TypeName(type));
        return converted.Deserialize(type, Json);
    }

    private static JsonNode? Find(JsonObject inputs, string name) =>
        inputs.FirstOrDefault(i => string.Equals(i.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Short(JsonNode value)
    {
        var text = value.ToJsonString();
        return text.Length > 80 ? text[..77] + "…" : text;
    }

    /// <summary>The properties of a class that carry an attribute: looked up once.</summary>
    private static class Bound<TAttribute>
        where TAttribute : Attribute
    {
        private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, TAttribute Attribute)[]> Known = new();

        public static (PropertyInfo Property, TAttribute Attribute)[] Of(object activity) => Known.GetOrAdd(activity.GetType(), static type =>
            [.. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance) let attribute = property.GetCustomAttribute<TAttribute>() where attribute is not null select (property, attribute)]);
    }
}
