namespace Governance.Processes;

/// <summary>The addresses to which workflows may send requests: none unless the city's settings say so. A definition is written by people; without this
/// it could have the server ask anything that the server reaches.</summary>
/// <param name="Prefixes">Scheme, host, port and the beginning of the path.</param>
public sealed record AllowedAddresses(IReadOnlyList<Uri> Prefixes)
{
    /// <summary>None.</summary>
    public static AllowedAddresses None { get; } = new([]);

    /// <summary>Whether a request may go there. Dots and escapes are resolved before, user and password are refused.</summary>
    public bool Allows(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" } && Prefixes.Any(prefix =>
            address.Scheme == prefix.Scheme && address.Port == prefix.Port && address.IdnHost.Equals(prefix.IdnHost, StringComparison.OrdinalIgnoreCase) && IsWithin(address.AbsolutePath, prefix.AbsolutePath));

    /// <summary>Why nothing was sent there; what may be secret of the address is left out.</summary>
    public static Error Refusal(Uri address) => Error.Of("process.address-not-allowed", ("address", address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)));

    /// <summary>Reads an entry of the list.</summary>
    /// <returns>Null when it is no address of this kind.</returns>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" } ? address : null;

    // Whole segments: /api allows /api and /api/x, not /apis.
    private static bool IsWithin(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || prefix.EndsWith('/') || path[prefix.Length] == '/');
}
