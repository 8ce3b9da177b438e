using System.CommandLine;
using System.CommandLine.Parsing;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary>All commands, and how their errors are told (surface.md § 1).</summary>
public static class CommandLines
{
    /// <summary>Refused: wrong input of a command that checks input.</summary>
    public const int Refused = 2;

    /// <summary>Failed.</summary>
    public const int Failed = 1;

    // Commands of these groups promise 2 for input they cannot use, and a wrong option is such input; all others promise 1.
    private static readonly string[] RefusingGroups = ["compute", "workflows", "import"];

    /// <summary>Settings given on the command line: <c>--Governance:DataPath=/srv</c> after any command, the last word over
    /// appsettings.json and environment.</summary>
    public static Option<string[]> Settings { get; } = new("--setting") { Recursive = true, Hidden = true };

    private const string SettingPrefix = "--Governance:";

    /// <summary>The whole tree. A new command is one line here and one file beside.</summary>
    public static RootCommand Root() => new("Governance: proposals, bodies, decisions and funding of a city's digital programme.")
    {
        Settings,
        Of<ServeCommand>(),
        Group("database", "The database's tables.", Of<DatabaseMigrate>(), Of<DatabaseStatus>(), Of<DatabaseScript>()),
        Group("token", "Bearer tokens of the API.", Of<TokenCreate>()),
        Group("import", "What other systems have.", Of<ImportPapersCommand>()),
        Of<VerifyCommand>(),
        Group("city", "A city without the demo.", Of<CityFound>()),
        Group("demo", "The demo city.", Of<DemoLoad>()),
        Group("workflows", "Workflow definitions in Elsa's format.", Of<WorkflowsRun>(), Of<WorkflowsValidate>()),
        Group("compute", "Asks a rule: what would be decided, and why.", Compute.Ballot(), Compute.Authority(), Compute.Deadline()),
        Group("user", "People who sign in.", Of<UserCreate>(), Of<UserLock>(), Of<UserUnlock>()),
    };

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        // Without a command's name everything is for the server: no arguments, or settings such as --urls=….
        if (args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")))
            args = [ServeCommand.Name, .. args];

        if (args[0] != ServeCommand.Name)
            args = [.. args.SelectMany(arg => arg.StartsWith(SettingPrefix, StringComparison.OrdinalIgnoreCase) ? [Settings.Name, arg[2..]] : new[] { arg })];
        var parse = Root().Parse(args);
        if (parse.Errors.Count > 0)
            return await TellAsync(parse, error);
        try
        {
            // Ctrl+C and SIGTERM belong to the web host; other commands are safe to be ended at any moment.
            return await parse.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (SettingsException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return Failed;
        }
    }

    private static async Task<int> TellAsync(ParseResult parse, TextWriter error)
    {
        foreach (var one in parse.Errors)
            await error.WriteLineAsync(Sentence(one));
        await error.WriteLineAsync($"See: governance {string.Join(' ', Path(parse.CommandResult))} --help".Replace("  ", " ", StringComparison.Ordinal));
        return Array.Exists(RefusingGroups, parse.Tokens.Select(token => token.Value).FirstOrDefault("").Equals) ? Refused : Failed;
    }

    // The parser itself would name types of the runtime.
    private static string Sentence(ParseError error) =>
        error.SymbolResult is OptionResult { Tokens: [.., var typed] } result && error.Message.Contains("expected type", StringComparison.Ordinal)
            ? $"\"{typed.Value}\" is no value for {result.Option.Name}; {Expected(result.Option.ValueType)} would be right."
            : error.Message;

    private static string Expected(Type type)
    {
        var single = type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;
        return single.IsEnum ? string.Join(", ", Enum.GetNames(single)[..^1]) + " or " + Enum.GetNames(single)[^1] : "a whole number";
    }

    private static IEnumerable<string> Path(CommandResult? command) => command is null or { Command: RootCommand }
        ? []
        : [.. Path(command.Parent as CommandResult), command.Command.Name];

    private static Command Of<T>()
        where T : ICommandLine => T.Create();

    private static Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
            group.Add(command);
        return group;
    }
}
