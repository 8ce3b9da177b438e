using System.Diagnostics;
using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Governance.Workflows;

/// <summary>Makes an engine within limits: no CLR, the burst's time and random numbers, capped growth.</summary>
internal static class ScriptEngine
{
    public static Engine Create(Burst burst, Script script)
    {
        var limits = burst.Context.Limits;
        var engine = new Engine(options =>
        {
            options.Constraint(new Statements(burst));
            options.LimitMemory(limits.MaxScriptMemory);
            options.LimitRecursion(limits.MaxScriptRecursion);
            options.MaxArraySize((uint)limits.MaxScriptLength);
            options.RegexTimeoutInterval(limits.RegexTimeout);
            options.LocalTimeZone(TimeZoneInfo.Utc);
            options.Culture(CultureInfo.InvariantCulture);
            options.TimeSystem = new FixedTime(burst.Context.Instant);
            options.Constraints.PromiseTimeout = TimeSpan.FromMilliseconds(100);
        });
        if (script.BuildsNames || script.Mentions("repeat") || script.Mentions("pad")) CapGrowth(engine, limits.MaxScriptLength);
        if (script.BuildsNames || script.Mentions("andom")) FixRandom(engine, burst);
        return engine;
    }

    /// <summary>One call of these may ask for gigabytes before any limit is looked at.</summary>
    private static void CapGrowth(Engine engine, int maxLength)
    {
        var prototype = engine.GetValue("String").Get("prototype").AsObject();
        Cap("repeat", (text, argument) => text.Length * Math.Max(0, argument));
        Cap("padStart", (text, argument) => argument);
        Cap("padEnd", (text, argument) => argument);

        void Cap(string name, Func<string, double, double> length)
        {
            var original = prototype.Get(name);
            prototype.Set(name, new ClrFunction(engine, name, (self, arguments) =>
                length(TypeConverter.ToString(self), arguments.Length > 0 ? TypeConverter.ToNumber(arguments[0]) : 0) > maxLength
                    ? throw new ConversionException($"a text of more than {maxLength} characters")
                    : engine.Call(original, self, arguments)));
        }
    }

    private static void FixRandom(Engine engine, Burst burst) =>
        engine.GetValue("Math").AsObject().Set("random", new ClrFunction(engine, "random", (_, _) => JsNumber.Create(burst.Random.NextDouble())));

    /// <summary>Statements of one script, and of all scripts between two waits; and the time. Jint's own limit of time starts a timer for each
    /// script that lives on for the whole limit: ten thousand scripts a second leave fifty thousand behind.</summary>
    private sealed class Statements(Burst burst) : Constraint
    {
        private const int BetweenLooks = 256;
        private int count;
        private long began;

        public override void Check()
        {
            if (++count > burst.Context.Limits.MaxScriptStatements) throw new StatementsCountOverflowException();
            burst.Spend(1);
            if (count % BetweenLooks == 0 && Stopwatch.GetElapsedTime(began) > burst.Context.Limits.ScriptTimeout) throw new TimeoutException();
        }

        public override void Reset() => (count, began) = (0, Stopwatch.GetTimestamp());
    }

    private sealed class FixedTime(DateTimeOffset instant) : DefaultTimeSystem(TimeZoneInfo.Utc, CultureInfo.InvariantCulture)
    {
        public override DateTimeOffset GetUtcNow() => instant.ToUniversalTime();
    }
}
