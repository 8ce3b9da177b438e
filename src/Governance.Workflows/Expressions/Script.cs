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

    private Script(string source, Prepared<Acornima.Ast.Script>? prepared, string? error) => (Source, Prepared, Error) = (source, prepared, error);

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

    /// <summary>Tells whether the text uses a name. A script that builds names at run time is taken to use all.</summary>
    public bool Mentions(string name) => Source.Contains(name, StringComparison.Ordinal);
}
