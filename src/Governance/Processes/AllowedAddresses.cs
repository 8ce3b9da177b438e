namespace Governance.Processes;

/// <summary>The addresses to which workflows may send requests: none unless the city's settings say so. A definition is written by people; without this
/// it could have the server ask anything that the server reaches.</summary>
/// <param name="Prefixes">Scheme, host, port and the beginning of the path.</param>
public sealed record AllowedAddresses(IReadOnlyList<Uri> Prefixes)
{
    /// <summary>None.</summary>
    public static AllowedAddresses None { get; } = new([]);

    /// <summary>Whether a request may go there. Dots are resolved before; user and password, and escapes that another system may resolve otherwise, are refused.</summary>
    public bool Allows(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" } && HostOf(address) is { } host && !Ambiguous.Any(part => address.AbsolutePath.Contains(part, StringComparison.OrdinalIgnoreCase)) && Prefixes.Any(prefix =>
            address.Scheme == prefix.Scheme && address.Port == prefix.Port && host.Equals(HostOf(prefix), StringComparison.OrdinalIgnoreCase) && IsWithin(address.AbsolutePath, prefix.AbsolutePath));

    // What another system may take for a slash or for dots, so that it would leave what is allowed: / and \ and % in disguise, and parameters of a segment.
    private static readonly string[] Ambiguous = ["%2f", "%5c", "%25", "..;"];

    // A host that is none in the net's alphabet.
    private static string? HostOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Why nothing was sent there; what may be secret of the address is left out.</summary>
    public static Error Refusal(Uri address) => Error.Of("process.address-not-allowed", ("address", address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)));

    /// <summary>Reads an entry of the list.</summary>
    /// <returns>Null when it is no address of this kind.</returns>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && HostOf(address) is not null && address is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" } ? address : null;

    // Whole segments: /api allows /api and /api/x, not /apis.
    private static bool IsWithin(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || prefix.EndsWith('/') || path[prefix.Length] == '/');
}
