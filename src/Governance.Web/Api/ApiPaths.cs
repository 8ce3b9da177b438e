namespace Governance.Web.Api;

/// <summary>Addresses that programs call: they get problem+json where people get pages.</summary>
public static class ApiPaths
{
    /// <summary>The API.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The API, its description and the health checks.</summary>
    public static bool IsForPrograms(PathString path) =>
        IsApi(path) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
