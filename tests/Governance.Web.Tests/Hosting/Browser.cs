using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Governance.Web.Tests.Hosting;

/// <summary>Reads pages and sends their forms as a browser without scripts does.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Fills the page's own form and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var values = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            form.QuerySelector($"[name='{name}']").ShouldNotBeNull();
            values[name] = value;
        }

        return await client.PostAsync(path, new FormUrlEncodedContent(values));
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string path = "/account/sign-in") =>
        SubmitAsync(path, ("Name", name), ("Password", password));
}
