using Governance.Notifications;
using Governance.People;
using Governance.Telemetry;

namespace Governance.Web.Mail;

/// <summary>Sends what is due: claim rows, send them, mark them; claiming and marking each in a transaction of its own, so that no
/// database lock waits for a mail server.</summary>
public sealed class SendMailSweep(AsProgram program, Letter letter, IMailDelivery delivery, ILogger<SendMailSweep> log) : ISweep
{
    private const int DueAtOnce = 100;

    /// <inheritdoc />
    public string Name => "mail";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        IReadOnlyList<Guid> due;
        do
        {
            due = (await program.SendAsync(new DueMails(DueAtOnce), ct)).Value;
            foreach (var batch in due.Chunk(delivery.BatchSize))
            {
                ct.ThrowIfCancellationRequested();
                await SendAsync(batch, ct);
            }
        }
        while (due.Count == DueAtOnce);
    }

    private async Task SendAsync(Guid[] ids, CancellationToken ct)
    {
        var claimed = await program.SendAsync(new ClaimMails(ids), ct);
        var sent = new List<Guid>();
        try
        {
            foreach (var mail in claimed.Value)
                if (await LeavesAsync(mail, ct))
                    sent.Add(mail.Id);
        }
        finally
        {
            // They have left: an end of the program now must not send them twice.
            if (sent.Count > 0)
                await program.SendAsync(new MarkMailsSent(sent), CancellationToken.None);
        }
    }

    private async Task<bool> LeavesAsync(ClaimedMail mail, CancellationToken ct)
    {
        try
        {
            await delivery.SendAsync(letter.Write(mail), ct);
            Signals.Mails.Add(1, new KeyValuePair<string, object?>(Signals.Result, Signals.Ok));
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(fault, "Mail {Id} could not be sent", mail.Id);
            Signals.Mails.Add(1, new KeyValuePair<string, object?>(Signals.Result, fault.GetType().Name));
            await program.SendAsync(new PostponeMail(mail.Id, fault.Message), ct);
            return false;
        }
    }
}
