using System.IO.Compression;
using System.Text;

namespace Governance.Documents;

/// <summary>A kind of file that may be attached.</summary>
/// <param name="MediaType">As it is sent back.</param>
/// <param name="Extensions">Endings of the name that go with it, lower case, with the dot.</param>
public sealed record AttachmentKind(string MediaType, params IReadOnlyList<string> Extensions)
{
    private const int MostEntries = 10_000;
    private const string OpenDocument = "application/vnd.oasis.opendocument.text";

    private static readonly AttachmentKind Pdf = new("application/pdf", ".pdf");
    private static readonly AttachmentKind Png = new("image/png", ".png");
    private static readonly AttachmentKind Jpeg = new("image/jpeg", ".jpg", ".jpeg");
    private static readonly AttachmentKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly AttachmentKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly AttachmentKind Odt = new(OpenDocument, ".odt");
    private static readonly AttachmentKind Csv = new("text/csv", ".csv");
    private static readonly AttachmentKind Plain = new("text/plain", ".txt");

    /// <summary>All endings, for file dialogs.</summary>
    public static IReadOnlyList<string> AllExtensions { get; } =
        [.. new[] { Pdf, Png, Jpeg, Docx, Xlsx, Odt, Csv, Plain }.SelectMany(kind => kind.Extensions)];

    /// <summary>What the bytes are, when the name's ending goes with it; null for everything else. The content decides: a program
    /// that is called .pdf is no PDF. Leaves the stream at its start.</summary>
    public static async Task<AttachmentKind?> OfAsync(Stream content, string fileName, CancellationToken ct)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        var head = new byte[8];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        var kind = head.AsSpan(0, read) switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(content),
            _ => await IsTextAsync(content, ct) ? (ending == ".csv" ? Csv : Plain) : null,
        };
        content.Position = 0;
        return kind is not null && kind.Extensions.Contains(ending, StringComparer.Ordinal) ? kind : null;
    }

    private static AttachmentKind? OfArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries)
                return null;
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);

            // Macros run on the reader's machine: such files are refused even under a harmless ending.
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            if (names.Contains("[Content_Types].xml"))
                return names.Contains("word/document.xml") ? Docx : names.Contains("xl/workbook.xml") ? Xlsx : null;
            return names.Contains("content.xml") && IsOpenDocument(archive) ? Odt : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } entry || entry.Length != OpenDocument.Length)
            return false;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd() == OpenDocument;
    }

    private static async Task<bool> IsTextAsync(Stream content, CancellationToken ct)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        var buffer = new char[8192];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, ct)) > 0)
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || buffer.AsSpan(0, read).ContainsAnyInRange('\u000E', '\u001F'))
                    return false;
            return content.Length > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
