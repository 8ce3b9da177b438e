using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;

namespace Governance.Workflows;

/// <summary>Carries values between JSON and JavaScript. Whole numbers beyond 2^53 become BigInt and stay exact.</summary>
internal static class ScriptValues
{
    private const long MaxSafe = 1L << 53;
    private const int MaxDepth = 64;

    public static JsValue ToJs(Engine engine, JsonNode? value, string typeName = "Object")
    {
        switch (value?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                return JsValue.Null;
            case JsonValueKind.True:
                return JsBoolean.True;
            case JsonValueKind.False:
                return JsBoolean.False;
            case JsonValueKind.String when Values.Instant(value, typeName) is { } instant:
                return JsValue.FromObject(engine, instant);
            case JsonValueKind.String:
                return new JsString(value.GetValue<string>());
            case JsonValueKind.Number:
                return Number(Values.Digits(value));
            case JsonValueKind.Array:
                return new JsArray(engine, [.. value.AsArray().Select(item => ToJs(engine, item))]);
            default:
                var result = new JsObject(engine);
                foreach (var (name, item) in value.AsObject()) result.Set(name, ToJs(engine, item));
                return result;
        }
    }

    public static JsonNode? FromJs(JsValue value, int depth = 0)
    {
        if (depth > MaxDepth) throw new ConversionException("the value is nested too deeply, or contains itself");
        return value switch
        {
            JsBoolean boolean => JsonValue.Create(boolean == JsBoolean.True),
            JsNumber number => Number(number.AsNumber()),
            JsBigInt big => Big(value),
            JsDate date => JsonValue.Create(Iso(date)),
            JsArray array => new JsonArray([.. array.Select(item => FromJs(item, depth + 1))]),
            _ when value.IsString() => JsonValue.Create(Values.Readable(value.AsString())),
            _ when value.IsCallable() => null,
            Jint.Native.Object.ObjectInstance instance => Object(instance, depth),
            _ => null,
        };
    }

    /// <summary>Whether a script was given that for a number: its digits beyond what JavaScript holds are not seen.</summary>
    public static bool IsSeenAs(JsonNode? number, JsonNode? seen) =>
        Values.IsNumber(number) && Values.IsNumber(seen) && Values.Same(FromJs(Number(Values.Digits(number!))), seen);

    /// <summary>A value after a script: what the script did not change stays as it was written, for it sees numbers as JavaScript holds them and
    /// instants to the millisecond.</summary>
    /// <param name="written">The value before.</param>
    /// <param name="seen">The same as the script was given it.</param>
    /// <param name="now">The same as the script left it.</param>
    public static JsonNode? Kept(JsonNode? written, JsonNode? seen, JsonNode? now)
    {
        if (Values.Same(seen, now)) return written;
        switch (written, seen, now)
        {
            case (JsonObject before, JsonObject given, JsonObject left):
                return Values.Object(left.Select(item => KeyValuePair.Create(item.Key, before.ContainsKey(item.Key) ? Kept(before[item.Key], given[item.Key], item.Value) : item.Value)));
            case (JsonArray before, JsonArray given, JsonArray left):
                return new JsonArray([.. left.Select((item, i) => (i < before.Count && i < given.Count ? Kept(before[i], given[i], item) : item)?.DeepClone())]);
            default:
                return now;
        }
    }

    /// <summary>As .NET writes a date in the invariant culture, which is what Elsa prints.</summary>
    public static string DateText(DateTime instant)
    {
        return instant.TimeOfDay == TimeSpan.Zero ? instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : instant.ToString(CultureInfo.InvariantCulture);
    }

    private static string Iso(JsDate date) => date.ToDateTime().ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static JsValue Number(string digits)
    {
        if (BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return BigInteger.Abs(whole) <= MaxSafe ? JsNumber.Create((double)whole) : new JsBigInt(whole);
        return JsNumber.Create(double.Parse(digits, CultureInfo.InvariantCulture));
    }

    private static JsonValue? Number(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) return JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
        return Math.Abs(number) <= MaxSafe && number == Math.Truncate(number) && !(number == 0 && double.IsNegative(number)) ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    private static JsonValue Big(JsValue value)
    {
        var whole = (BigInteger)value.ToObject()!;
        return whole >= long.MinValue && whole <= long.MaxValue ? JsonValue.Create((long)whole) : JsonValue.Create((decimal)whole);
    }

    private static JsonObject Object(Jint.Native.Object.ObjectInstance instance, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, descriptor) in instance.GetOwnProperties())
        {
            if (descriptor.Enumerable && name.IsString()) result[Values.Readable(name.AsString())] = FromJs(instance.Get(name), depth + 1);
        }
        return result;
    }
}
