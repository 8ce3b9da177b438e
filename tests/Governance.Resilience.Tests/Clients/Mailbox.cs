using Governance.Notifications;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Governance.Resilience.Tests.Clients;

/// <summary>The mails that nodes wrote as files, each into its own folder, as people who get them would see them.</summary>
/// <param name="dataPaths">The nodes' data folders.</param>
public sealed class Mailbox(params string[] dataPaths)
{
    private const int IdLength = 32;

    /// <summary>Compares files and rows. Returns what differs.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(GovernanceDb db)
    {
        // What is there before the look at the rows has one; what the rows say was sent is there after it.
        var before = Files();
        var rows = await db.Set<OutgoingMail>().Select(mail => new { mail.Id, mail.SentAt }).ToDictionaryAsync(mail => mail.Id, mail => mail.SentAt);
        var after = Files().ToLookup(IdOf);
        return
        [
            .. before.Where(file => !rows.ContainsKey(IdOf(file))).Select(file => $"{file} was never asked for"),
            .. rows.Where(row => row.Value is not null && !after.Contains(row.Key)).Select(row => $"mail {row.Key} is called sent and there is no file"),
            .. after.Where(files => files.Count() > 1).Select(files => $"mail {files.Key} is there {files.Count()} times"),
        ];
    }

    /// <summary>Subject and recipient of whatever somebody was told twice, under whatever name; the number of mails.</summary>
    public async Task<(IReadOnlyList<string> Twice, int Mails)> ReadAsync()
    {
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            var letter = await MimeMessage.LoadAsync(file);
            letter.MessageId.ShouldBe(Path.GetFileNameWithoutExtension(file));
            var what = $"{letter.To}: {letter.Subject}: {letter.TextBody}";
            told[what] = told.GetValueOrDefault(what) + 1;
        }

        return ([.. told.Where(one => one.Value > 1).Select(one => one.Key)], told.Values.Sum());
    }

    private List<string> Files() => [.. dataPaths.Select(path => Path.Combine(path, "mail")).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.eml"))];

    private static Guid IdOf(string file) => Guid.ParseExact(Path.GetFileName(file)[..IdLength], "N");
}
