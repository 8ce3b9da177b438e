namespace Governance.Documents;

/// <summary>Where the bytes of attachments lie. They are named by the row's id alone, never by what users send.</summary>
public interface IAttachmentStore
{
    /// <summary>Writes the bytes and returns only when they are safe on the disk. Nothing refers to them yet: bytes without a row
    /// are harmless.</summary>
    Task WriteAsync(Guid id, Stream content, CancellationToken ct);

    /// <summary>The bytes, or null when there are none under that id.</summary>
    Stream? Open(Guid id);

    /// <summary>Deletes the bytes; nothing when there are none, or when the disk does not let go of them.</summary>
    void Delete(Guid id);
}
