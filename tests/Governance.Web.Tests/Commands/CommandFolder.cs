using System.Globalization;
using Governance.Database.Sqlite;
using Governance.Persistence;
using Governance.Tests.Databases;
using Governance.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Governance.Web.Tests.Commands;

/// <summary>A folder of files and the program's data, and command lines run on it as a shell would run them.</summary>
public sealed class CommandFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("governance-cli-").FullName;

    /// <summary>The full path of a file of this checkout, named from its root.</summary>
    public static string Checkout(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Governance.sln")))
            folder = folder.Parent;
        return System.IO.Path.Combine(folder.FullName, path);
    }

    /// <summary>Writes a file of lines; returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }

    /// <summary>Runs a command line with this folder as the program's data path.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] line)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using StringWriter output = new(), error = new();
        var code = await CommandLines.RunAsync([.. line, .. line[^1] == "--help" ? Array.Empty<string>() : [$"--Governance:DataPath={Path}"]], output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>A digest of every row.</summary>
    public async Task<string> FingerprintAsync()
    {
        await using var db = Open();
        return await Fingerprint.OfAsync(db);
    }

    /// <summary>Changes rows behind the program's back; returns how many.</summary>
    public async Task<int> FalsifyAsync(string sql)
    {
        await using var db = Open();
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Another folder with the same database.</summary>
    public async Task<CommandFolder> CopyAsync()
    {
        var copy = new CommandFolder();
        await using var db = Open();
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {System.IO.Path.Combine(copy.Path, "governance.db")}");
        return copy;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }

    private GovernanceDb Open()
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        options.UseGovernanceSqlite($"Data Source={System.IO.Path.Combine(Path, "governance.db")};Pooling=false");
        return new(options.Options);
    }
}
