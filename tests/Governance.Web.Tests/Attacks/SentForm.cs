using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Governance.Web.Tests.Attacks;

/// <summary>A form as a page offered it to somebody.</summary>
/// <param name="Page">The page's route.</param>
/// <param name="Who">Who read it; null for a visitor.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Names and values as a browser would send them untouched.</param>
/// <param name="Files">Names of fields for files.</param>
/// <param name="Buttons">Names and values of buttons.</param>
public sealed record SentForm(
    string Page, string? Who, string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Files, IReadOnlyList<(string Name, string Value)> Buttons)
{
    /// <summary>Name of the antiforgery field.</summary>
    public const string Token = "__RequestVerificationToken";

    /// <summary>What makes two forms the same to an attacker.</summary>
    public string Kind => $"{Page} {string.Join(',', Fields.Select(one => one.Name).Concat(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} {string.Join(',', Buttons.Select(button => button.Name + button.Value[..Math.Min(button.Value.Length, 7)]))}";

    /// <summary>All forms of a page that change something, but the one that ends the session.</summary>
    public static IEnumerable<SentForm> On(IHtmlDocument document, string page, string? who, string address) =>
        from form in document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>()
        let action = form.GetAttribute("action") is { Length: > 0 } named ? named : address
        where action != "/account/sign-out"
        select new SentForm(
            page, who, action, [.. Values(form)],
            [.. form.QuerySelectorAll("input[type=file]").Select(input => input.GetAttribute("name")!)],
            [.. form.QuerySelectorAll("button[name]").Select(button => (button.GetAttribute("name")!, button.GetAttribute("value") ?? ""))]);

    /// <summary>The request with these fields, in the encoding of the form.</summary>
    public HttpRequestMessage Send(IEnumerable<(string Name, string Value)> fields, byte[]? file = null, string fileName = "Plan.pdf")
    {
        HttpContent content = Files.Count == 0 ? Encoded(fields) : Multipart(fields, file, fileName);
        return new HttpRequestMessage(HttpMethod.Post, Action) { Content = content };
    }

    /// <summary>The fields with one of them changed; added when it is not there.</summary>
    public IEnumerable<(string Name, string Value)> With(string name, string value) =>
        [.. Fields.Where(one => one.Name != name), (name, value)];

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
            switch (field)
            {
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } choice:
                    yield return (choice.Name!, "");
                    break;
                case IHtmlInputElement input:
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return (area.Name!, area.Value);
                    break;
            }
    }

    // Octet by octet, since lone surrogates and NUL have no other way into a request.
    private static ByteArrayContent Encoded(IEnumerable<(string Name, string Value)> fields)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', fields.Where(field => field.Value.Length > 0 || field.Name == Token).Select(field => Escaped(field.Name) + "=" + Escaped(field.Value)))));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return content;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text)
            if (char.IsAsciiLetterOrDigit(rune))
                escaped.Append(rune);
            else if (char.IsSurrogate(rune))
                escaped.Append("%ED").Append($"%{0x80 | ((rune >> 6) & 0x3F):X2}").Append($"%{0x80 | (rune & 0x3F):X2}");
            else
                foreach (var octet in Encoding.UTF8.GetBytes([rune]))
                    escaped.Append($"%{octet:X2}");
        return escaped.ToString();
    }

    // Written as browsers write it, octet by octet: .NET's own content refuses names that an attacker would send.
    private ByteArrayContent Multipart(IEnumerable<(string Name, string Value)> fields, byte[]? file, string fileName)
    {
        const string boundary = "governance-form-boundary";
        using var body = new MemoryStream();
        foreach (var (name, value) in fields)
            Part($"name=\"{Quoted(name)}\"", Encoding.UTF8.GetBytes(value));
        if (file is not null)
            Part($"name=\"{Quoted(Files[0])}\"; filename=\"{Quoted(fileName)}\"", file);
        body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", boundary) } };
        return content;

        void Part(string disposition, byte[] value)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"));
            body.Write(value);
            body.Write("\r\n"u8);
        }

        static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
    }
}
