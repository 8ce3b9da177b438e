namespace Governance.Web.Hosting;

/// <summary>Where the program listens when nobody says otherwise.</summary>
public static class ListenAddress
{
    /// <summary>Listens on http://localhost:5080 unless an address was configured. A key "Urls" in appsettings.json would silently
    /// beat ASPNETCORE_URLS, which containers and services set.</summary>
    public static WebApplicationBuilder ListenByDefault(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var configured = settings["urls"] ?? settings["http_ports"] ?? settings["https_ports"];
        if (string.IsNullOrEmpty(configured) && !settings.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls("http://localhost:5080");
        return builder;
    }
}
