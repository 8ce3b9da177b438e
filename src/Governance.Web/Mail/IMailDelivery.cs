using MimeKit;

namespace Governance.Web.Mail;

/// <summary>How a letter leaves.</summary>
public interface IMailDelivery
{
    /// <summary>How many letters are claimed and then marked together. So many leave a second time when the program dies in
    /// between: one for a mail server, more where the second is recognised and changes nothing.</summary>
    int BatchSize { get; }

    /// <summary>Returns when it has left for good. Sending the same one again is harmless: it bears the same Message-ID.</summary>
    /// <exception cref="Exception">It has not, or nobody knows.</exception>
    Task SendAsync(MimeMessage letter, CancellationToken ct);
}
