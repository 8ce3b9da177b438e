using System.Globalization;
using Governance.Notifications;
using Governance.Web.Hosting;
using Governance.Web.Texts;
using Governance.Web.Ui.Preferences;
using MimeKit;

namespace Governance.Web.Mail;

/// <summary>Writes a mail in its reader's language from <c>Texts/Mail.{de,en}.resx</c>: <c>Mail.&lt;template&gt;.Subject</c> and
/// <c>.Body</c>, filled with the facts. A fact named <c>link</c> is a path of this program and becomes a full address. The same row
/// always gives the same letter.</summary>
public sealed class Letter(TextCatalog texts, GovernanceSettings settings)
{
    /// <summary>The letter.</summary>
    /// <exception cref="Exception">The person has no address, or the template no text.</exception>
    public MimeMessage Write(ClaimedMail mail)
    {
        if (mail.Address is null)
            throw new InvalidOperationException("The person has no mail address.");
        var facts = new Dictionary<string, object?>(FactText.Read(mail.Facts), StringComparer.Ordinal) { ["name"] = mail.Name };
        if (facts.TryGetValue("link", out var path) && path is string local)
            facts["link"] = new Uri(settings.PublicUrl, local).AbsoluteUri;

        var letter = new MimeMessage
        {
            MessageId = MessageId(mail.Id),
            Date = new DateTimeOffset(mail.CreatedAt, TimeSpan.Zero),
            Subject = OneLine(Text(mail, ".Subject", facts)),
            Body = new TextPart("plain") { Text = Text(mail, ".Body", facts) },
        };
        letter.From.Add(MailboxAddress.Parse(settings.Mail.From));
        letter.To.Add(new MailboxAddress(mail.Name, mail.Address));

        // RFC 3834: out-of-office programs must not answer.
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return letter;
    }

    /// <summary>Without angle brackets; stable, so that mail servers and files recognise a repetition.</summary>
    public string MessageId(Guid mail) => $"{mail:N}@{settings.PublicUrl.Host}";

    private string Text(ClaimedMail mail, string part, Dictionary<string, object?> facts)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = Cultures.Formats;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(mail.Culture);
            return FactText.Fill(texts["Mail." + mail.Template + part], facts);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }

    // A line break in a subject would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
