using Governance.Web.Hosting;
using MimeKit;

namespace Governance.Web.Mail;

/// <summary>Without a mail server a letter becomes <c>data/mail/&lt;message-id&gt;.eml</c>. The name makes it exactly once: it is
/// written aside, flushed to the disk and then renamed, and whoever finds the name taken knows that it was sent.</summary>
public sealed class FileDelivery(GovernanceSettings settings) : IMailDelivery
{
    private readonly string _folder = Path.Combine(settings.DataPath, "mail");

    /// <inheritdoc />
    public int BatchSize => 50;

    /// <inheritdoc />
    public async Task SendAsync(MimeMessage letter, CancellationToken ct)
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, letter.MessageId + ".eml");
        if (File.Exists(path))
            return;
        var aside = Path.Combine(_folder, $".{letter.MessageId}.{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew))
            {
                await letter.WriteToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node was faster with the same letter.
            File.Delete(aside);
        }
    }
}
