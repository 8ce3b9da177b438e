using AngleSharp;
using AngleSharp.Dom;
using Governance.Web.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

[assembly: AssemblyFixture(typeof(KitSite))]

namespace Governance.Web.Tests.Kit;

/// <summary>The program in memory, and its pages as parsed HTML.</summary>
public sealed class KitSite : WebApplicationFactory<Program>
{
    private readonly IBrowsingContext parser = BrowsingContext.New(Configuration.Default);

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Development").UseSetting("Logging:LogLevel:Default", "Error").OnItsOwn();

    /// <summary>A visitor who keeps cookies and stays where a redirect begins.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>The page at an address.</summary>
    public async Task<IDocument> PageAsync(string path)
    {
        using var visitor = Visitor();
        return await visitor.PageAsync(path);
    }

    /// <summary>Reads an answer as HTML.</summary>
    public async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await parser.OpenAsync(request => request.Content(html));
    }
}

/// <summary>Keeps tests of the frame apart from each other and from the developer's own data.</summary>
public static class Isolation
{
    /// <summary>A folder of its own, without the demo city.</summary>
    public static IWebHostBuilder OnItsOwn(this IWebHostBuilder builder) => builder
        .UseSetting("Governance:DataPath", Directory.CreateTempSubdirectory("governance-kit-").FullName).UseSetting("Governance:Demo", "false");
}

/// <summary>What a visitor does.</summary>
public static class Visiting
{
    /// <summary>Opens a page.</summary>
    public static async Task<IDocument> PageAsync(this HttpClient visitor, string path)
    {
        var html = await visitor.GetStringAsync(path);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    /// <summary>Opens a page and sends the form in its main part, filled in.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient visitor, string path, params (string Name, string Value)[] fields)
    {
        var page = await visitor.PageAsync(path);
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await visitor.PostAsync(path, body);
    }
}
