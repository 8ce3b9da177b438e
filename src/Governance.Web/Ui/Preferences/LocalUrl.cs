namespace Governance.Web.Ui.Preferences;

/// <summary>Return addresses stay on this site.</summary>
public static class LocalUrl
{
    /// <summary>The address when it is a path of this site, otherwise the start page.</summary>
    public static string OrStart(string? url) => IsLocal(url) ? url! : "/";

    /// <summary>Browsers read <c>//host</c> and <c>/\host</c> as another host; control characters are dropped by them.</summary>
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);
}
