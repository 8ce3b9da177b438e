using System.CommandLine;
using Governance.Tests.Databases;
using Governance.Web.Commands;

namespace Governance.Web.Tests.Attacks;

/// <summary>Every command against input that it cannot use: it says so on standard error, ends with a code other than 0 and writes
/// nothing. A new command is attacked without anybody adding it here.</summary>
public sealed class CommandAttackTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int MostPerCommand = 25;
    private static readonly string[] Internals = ["   at ", "Exception", "Npgsql", "SQLite Error", "System.", "Microsoft.", "Governance.People", ".cs:line"];

    private readonly string _folder = Directory.CreateTempSubdirectory("governance-attack-").FullName;
    private TestDatabase _database = null!;

    private string[] Settings => ["--Governance:Database:ConnectionString=" + _database.ConnectionString, "--Governance:DataPath=" + _folder];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "octets"), [0, 255, 254, 1, 0x1F, 0x8B]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "empty"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder, "wrong.json"), """{"root":{"type":"No.Such","activities":[null,1]},"variables":7}""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "wrong.csv"), "reference,title\n\"never closed,x\n\0,\uFFFF");
        await File.WriteAllTextAsync(Path.Combine(_folder, "long.csv"), "a" + new string(',', 5000) + "\n" + new string('x', 1_000_000));
    }

    [Fact]
    public async Task What_a_command_cannot_use_it_names_and_writes_nothing()
    {
        var (onslaught, faults, count) = (new Onslaught(), new List<string>(), 0);


        // A first import publishes the process that comes with the program, whatever becomes of its file.
        await CommandLines.RunAsync(["import", "papers", Path.Combine(_folder, "empty"), .. Settings], TextWriter.Null, TextWriter.Null);
        var before = await FingerprintAsync();
        foreach (var (path, command) in Leaves(CommandLines.Root(), []))
            foreach (var line in onslaught.Some(Lines(path, command), MostPerCommand))
            {
                using StringWriter written = new(), told = new();
                string? fault = null;
                var code = -1;
                try
                {
                    code = await CommandLines.RunAsync([.. line, .. Settings], written, told);
                }
                catch (Exception thrown)
                {
                    fault = "threw " + thrown.GetType().Name + ": " + thrown.Message;
                }

                count++;
                var after = await FingerprintAsync();
                fault ??= Array.Find(Internals, word => told.ToString().Contains(word, StringComparison.Ordinal)) is { } shown ? $"shows \"{shown}\": {told}" : null;
                fault ??= code != 0 && told.ToString().Trim().Length < 5 && written.ToString().Trim().Length < 5 ? $"says nothing, code {code}" : null;
                fault ??= code is < 0 or > 3 ? $"code {code}" : null;
                fault ??= code != 0 && after != before ? $"code {code}, and rows changed" : null;
                if (fault is not null)
                    faults.Add($"{string.Join(' ', line.Select(ApiAttacks.Short))}: {fault}");
                before = after;
            }

        output.WriteLine($"seed {onslaught.Seed}: {count} command lines");
        faults.ShouldBeEmpty();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string[]> Lines(string[] path, Command command)
    {
        // No operating system hands NUL to a program.
        string[] values = [.. Hostile.Texts.Where(text => text.Length < 5000 && !text.StartsWith('-') && !text.Contains('\0', StringComparison.Ordinal)), _folder, .. new[] { "missing", "octets", "empty", "wrong.json", "wrong.csv", "long.csv" }.Select(file => Path.Combine(_folder, file))];
        var options = command.Options.Where(option => option.Name is not ("--help" or "--version")).ToArray();

        // A server that is started by mistake would run for ever: only what cannot start it.
        if (command.Name == "serve")
            return [[.. path, "nonsense"], [.. path, "--Governance:Role=Nobody"], [.. path, "--Governance:Database:Provider=Oracle"], [.. path, "--Governance:FederalState=XX"], [.. path, "--Governance:Clock=yesterday"]];
        return
        [
            [.. path, "--no-such-option"], [.. path, "one", "too", "many", "words"], path,
            .. from option in options from value in values select (string[])[.. path, .. Plain(command, option), option.Name, value],
            .. from argument in command.Arguments from value in values select (string[])[.. path, value],
            .. from option in options select (string[])[.. path, .. Plain(command, option), option.Name],
        ];
    }

    // Everything else the command needs, as plainly as it can be said.
    private string[] Plain(Command command, Option but) =>
        [.. command.Arguments.Select(_ => Path.Combine(_folder, "empty")), .. command.Options.Where(option => option.Required && option != but).SelectMany(option => new[] { option.Name, "x" })];

    private static IEnumerable<(string[] Path, Command Command)> Leaves(Command command, string[] path) => command.Subcommands.Count == 0
        ? [(path, command)]
        : command.Subcommands.SelectMany(inner => Leaves(inner, [.. path, inner.Name]));

    private async Task<string> FingerprintAsync()
    {
        await using var db = _database.Open();
        return await Fingerprint.OfAsync(db);
    }
}
