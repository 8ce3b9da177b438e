using System.CommandLine;
using Governance.Audit;
using MediatR;

namespace Governance.Web.Commands;

/// <summary><c>verify</c>: recomputes what the rows say of themselves; prints what it counted and every breach.</summary>
public sealed class VerifyCommand : ICommandLine
{
    private const int Breached = 3;

    /// <inheritdoc />
    public static Command Create()
    {
        var command = new Command("verify", "Recomputes ledger balances, ballots, audit chains and process invariants; prints every breach.") { JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            var verified = await host.Services.GetRequiredService<IMediator>().Send(new Verify(), ct);
            parse.Write(
                new { verified.Value.IsSound, Checks = verified.Value.Checks.Select(check => new { check.Name, check.Rows, Breaches = check.Breaches.Count }), verified.Value.Breaches },
                [
                    .. verified.Value.Checks.Select(check => $"{check.Name}: {check.Rows} checked, {check.Breaches.Count} breaches"),
                    .. verified.Value.Breaches.Select(breach => $"{breach.Code}: {string.Join(", ", breach.Facts.Select(fact => $"{fact.Key}={fact.Value}"))}"),
                ]);
            return verified.Value.IsSound ? 0 : Breached;
        });
        return command;
    }
}
