namespace Governance.People;

/// <summary>The sign-in names of the demo city; they are aliases, because one person may hold several seats.</summary>
public interface IDemoSignIns
{
    /// <summary>The names and their shared password for the sign-in page, or null when no demo city is loaded.</summary>
    Task<DemoSignIns?> ListAsync(CancellationToken ct);

    /// <summary>The user name behind an alias; any other name comes back as it is.</summary>
    Task<string> UserNameOfAsync(string name, CancellationToken ct);
}

/// <summary>What the sign-in page shows in a demo.</summary>
public sealed record DemoSignIns(string Password, IReadOnlyList<DemoSignIn> Names);

/// <summary>One name and what its holder is.</summary>
public sealed record DemoSignIn(string Name, string Function);

internal sealed class NoDemoSignIns : IDemoSignIns
{
    public Task<DemoSignIns?> ListAsync(CancellationToken ct) => Task.FromResult<DemoSignIns?>(null);

    public Task<string> UserNameOfAsync(string name, CancellationToken ct) => Task.FromResult(name);
}
