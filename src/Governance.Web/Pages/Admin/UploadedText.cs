using System.Text;

namespace Governance.Web.Pages.Admin;

/// <summary>A text file that was uploaded.</summary>
internal static class UploadedText
{
    /// <summary>Its text as UTF-8, without a byte order mark; empty when none was chosen. What is no UTF-8 becomes the sign for "unreadable".</summary>
    public static async Task<string> ReadTextAsync(this IFormFile? file, CancellationToken ct)
    {
        if (file is null)
            return "";
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }
}
