using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Web.Tests.Hosting;

namespace Governance.Web.Tests.Inbox;

/// <summary>A page's form, read now and sent later: what a stale page or a second click does.</summary>
public static class Sent
{
    /// <summary>The hidden fields of the page's first form that changes something.</summary>
    public static async Task<Dictionary<string, string>> HiddenAsync(this Browser browser, string path) =>
        (await browser.OpenAsync(path)).QuerySelector("main form[method=post]")!.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);

    /// <summary>Sends them with these fields.</summary>
    public static Task<HttpResponseMessage> SendAsync(this Browser browser, string path, IReadOnlyDictionary<string, string> hidden, params (string Name, string Value)[] fields) =>
        browser.Client.PostAsync(path, new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    /// <summary>The page of an answer that is not a redirect.</summary>
    public static Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) => Browser.ReadAsync(answer);

    /// <summary>Words as one line, as they are read.</summary>
    public static string Line(this INode node) => string.Join(' ', node.GetDescendants().OfType<IText>()
        .SelectMany(text => text.Data.Split([' ', '\u00A0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)));
}
