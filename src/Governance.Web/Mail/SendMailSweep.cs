using Governance.Notifications;
using Governance.People;
using Governance.Telemetry;

namespace Governance.Web.Mail;

/// <summary>Sends what is due: claim a row, send it, mark it; each its own transaction, so that no database lock waits for a mail
/// server.</summary>
public sealed class SendMailSweep(AsProgram program, Letter letter, IMailDelivery delivery, ILogger<SendMailSweep> log) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public string Name => "mail";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        IReadOnlyList<Guid> due;
        do
        {
            due = (await program.SendAsync(new DueMails(Batch), ct)).Value;
            foreach (var id in due)
            {
                ct.ThrowIfCancellationRequested();
                await SendAsync(id, ct);
            }
        }
        while (due.Count == Batch);
    }

    private async Task SendAsync(Guid id, CancellationToken ct)
    {
        var claim = await program.SendAsync(new ClaimMail(id), ct);
        if (claim.Error is not null)
            return;
        try
        {
            await delivery.SendAsync(letter.Write(claim.Value), ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(fault, "Mail {Id} could not be sent", id);
            Signals.Mails.Add(1, new KeyValuePair<string, object?>(Signals.Result, fault.GetType().Name));
            await program.SendAsync(new PostponeMail(id, fault.Message), ct);
            return;
        }

        Signals.Mails.Add(1, new KeyValuePair<string, object?>(Signals.Result, Signals.Ok));

        // It has left: an end of the program now must not send it twice.
        await program.SendAsync(new MarkMailSent(id), CancellationToken.None);
    }
}
