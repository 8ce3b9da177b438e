using MimeKit;

namespace Governance.Web.Mail;

/// <summary>How a letter leaves. Sending the same one again is harmless: it bears the same Message-ID.</summary>
public interface IMailDelivery
{
    /// <summary>Returns when it has left for good.</summary>
    /// <exception cref="Exception">It has not, or nobody knows.</exception>
    Task SendAsync(MimeMessage letter, CancellationToken ct);
}
