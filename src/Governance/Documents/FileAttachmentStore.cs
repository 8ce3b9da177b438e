namespace Governance.Documents;

/// <summary>Attachments as files: <c>folder/2f/2f…</c>, outside of what the web server shows.</summary>
/// <param name="folder">Absolute path; made with the first file.</param>
public sealed class FileAttachmentStore(string folder) : IAttachmentStore
{
    /// <inheritdoc />
    public async Task WriteAsync(Guid id, Stream content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(file, ct);
        await file.FlushAsync(ct);

        // The row that names the file is committed after this: a power cut must not leave a row without its bytes.
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc />
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    /// <inheritdoc />
    public void Delete(Guid id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Missing, or just being read: bytes without a row are harmless.
        }
    }

    // By the random end of the id: version 7 ids begin with the time, and all of a week's would lie in one folder.
    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N")[^2..], id.ToString("N"));
}
