using Governance.Web.Ui.Preferences;

namespace Governance.Web.Pages.Proposals;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    private const double Kilo = 1024;

    /// <summary><c>412 KB</c>, <c>1,9 MB</c>.</summary>
    public static string Of(long bytes) => bytes < Kilo * Kilo
        ? Math.Ceiling(bytes / Kilo).ToString("N0", Cultures.Formats) + "\u00A0KB"
        : (bytes / Kilo / Kilo).ToString("N1", Cultures.Formats) + "\u00A0MB";
}
