using Acornima.Ast;
using Jint;

namespace Governance.Workflows;

/// <summary>A script that was parsed once for its definition. A syntax error is kept and thrown when it is reached.</summary>
internal sealed class Script
{
    private static readonly ScriptPreparationOptions Options = new()
    {
        ParsingOptions = new() { AllowReturnOutsideFunction = true, RegexTimeout = RunLimits.Default.RegexTimeout },
    };

    private static readonly string[] Builders = ["[", "\\", "Reflect", "Object", "Proxy", "eval", "Function", "constructor", "prototype"];

    private Script(string source, Prepared<Acornima.Ast.Script>? prepared, string? error) => (Source, Prepared, Error, BuildsNames) = (source, prepared, error, Builders.Any(word => source.Contains(word, StringComparison.Ordinal)));

    public string Source { get; }

    public Prepared<Acornima.Ast.Script>? Prepared { get; }

    public string? Error { get; }

    public static Script Prepare(string source)
    {
        try
        {
            return new(source, Engine.PrepareScript(source, options: Options), null);
        }
        catch (Exception e) when (e is ScriptPreparationException or Acornima.ParseErrorException)
        {
            return new(source, null, e.Message);
        }
    }

    /// <summary>Whether the script may get at a function that it does not name: by an escape in the name, or by a name made at run time.</summary>
    public bool BuildsNames { get; }

    /// <summary>Tells whether the text uses a name.</summary>
    public bool Mentions(string name) => Source.Contains(name, StringComparison.Ordinal);
}
