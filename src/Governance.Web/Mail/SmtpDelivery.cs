using Governance.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Governance.Web.Mail;

/// <summary>Hands letters to the mail server, all of one sweep over one connection.</summary>
public sealed class SmtpDelivery(GovernanceSettings settings) : IMailDelivery, IAsyncDisposable
{
    private const int TimeoutMilliseconds = 60_000;
    private readonly SmtpClient _client = new() { Timeout = TimeoutMilliseconds };

    /// <inheritdoc />
    public int BatchSize => 1;

    /// <inheritdoc />
    public async Task SendAsync(MimeMessage letter, CancellationToken ct)
    {
        if (!_client.IsConnected)
            await ConnectAsync(ct);
        try
        {
            await _client.SendAsync(letter, ct);
        }
        catch (Exception)
        {
            // The next letter begins afresh: after an error nobody knows what the server expects.
            await _client.DisconnectAsync(quit: false, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(quit: true, CancellationToken.None);
        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        var mail = settings.Mail;
        var security = mail.Tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.StartTls => SecureSocketOptions.StartTls,
            MailTls.OnConnect => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.Auto,
        };
        await _client.ConnectAsync(mail.Host!, mail.Port, security, ct);
        if (mail.User is not null)
            await _client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
    }
}
