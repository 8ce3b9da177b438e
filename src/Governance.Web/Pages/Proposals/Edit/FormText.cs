namespace Governance.Web.Pages.Proposals;

/// <summary>From what browsers send to what is stored.</summary>
internal static class FormText
{
    /// <summary>Without white space around it, line ends as everywhere; never null.</summary>
    public static string Text(this string? typed) => (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
