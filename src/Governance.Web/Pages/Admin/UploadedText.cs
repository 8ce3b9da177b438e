using System.Text;

namespace Governance.Web.Pages.Admin;

/// <summary>A text file that was uploaded.</summary>
internal static class UploadedText
{
    // Four bytes are the most that a character needs.
    private const int Megabytes = 8;

    /// <summary>Its text as UTF-8, without a byte order mark; empty when none was chosen. What is no UTF-8 becomes the sign for "unreadable".</summary>
    /// <returns><c>document.too-large</c> when it is larger than any draft may be.</returns>
    public static async Task<Result<string>> ReadTextAsync(this IFormFile? file, CancellationToken ct)
    {
        if (file is null)
            return "";
        if (file.Length > Megabytes * 1024 * 1024)
            return Error.Of("document.too-large", ("megabytes", Megabytes));
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }
}
