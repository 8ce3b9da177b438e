using System.Text;

namespace Governance.Web.Tests.Attacks;

/// <summary>One sending of a form that should not work.</summary>
/// <param name="What">For the report.</param>
/// <param name="Who">Whose session; null for none.</param>
/// <param name="IsStranger">Whether the form is none of theirs.</param>
/// <param name="Make">The request, anew each time.</param>
/// <param name="Expected">The only status that is right, where there is one.</param>
public sealed record FormAttack(string What, string? Who, bool IsStranger, Func<HttpRequestMessage> Make, int? Expected = null);

/// <summary>What is tried with every form, whatever it asks.</summary>
public sealed class FormAttacks(AttackedCity city, SentForm form)
{
    private static readonly (string Name, byte[] Content)[] Uploads =
    [
        ("leer.pdf", []), ("virus.exe", [.. "MZ"u8, .. new byte[300]]), ("bild.pdf", [0x89, .. "PNG\r\n"u8]), ("../../x.pdf", [.. "%PDF-1.7"u8]), ("a\u0000b.pdf", [.. "%PDF-1.7"u8]),
        (new string('n', 500) + ".pdf", [.. "%PDF-1.7"u8]), ("bombe.zip", [.. "PK\u0003\u0004"u8, .. new byte[100]]), ("seite.html", [.. "<script>alert(1)</script>"u8]),
    ];

    private string[] Names => [.. form.Fields.Select(one => one.Name).Where(name => name != SentForm.Token).Concat(form.Buttons.Select(button => button.Name)).Distinct(StringComparer.Ordinal)];

    private bool HasToken => form.Fields.Any(one => one.Name == SentForm.Token);

    /// <summary>Everything.</summary>
    public IEnumerable<FormAttack> All() => [.. Wrong(), .. Forged(), .. Strangers(), .. Unreadable(), .. Files()];

    private IEnumerable<FormAttack> Wrong() =>
        from name in Names
        from text in Hostile.Texts
        from button in form.Buttons.Where(button => button.Name != name).Select(button => ((string Name, string Value)?)button).DefaultIfEmpty(null)
        select new FormAttack($"{name} = {ApiAttacks.Short(text)} with {button?.Value}", form.Who, IsStranger: false, () => form.Send(Pressed(form.With(name, text), button)));

    private IEnumerable<FormAttack> Forged()
    {
        if (!HasToken)
            yield break;
        var without = form.Fields.Where(one => one.Name != SentForm.Token).ToArray();
        yield return new("no token", form.Who, IsStranger: true, () => form.Send(without), 400);
        yield return new("a made-up token", form.Who, IsStranger: true, () => form.Send([.. without, (SentForm.Token, "CfDJ8AAAA")]), 400);
        yield return new("somebody else's token", "citizen", IsStranger: true, () => form.Send(form.Fields), form.Who == "citizen" ? null : 400);
        yield return new("a visitor", null, IsStranger: true, () => form.Send(form.Fields));
    }

    private IEnumerable<FormAttack> Strangers() => !HasToken ? [] :
        from who in new[] { "citizen", "auditor" }
        where who != form.Who
        from button in form.Buttons.Select(button => ((string Name, string Value)?)button).DefaultIfEmpty(null)
        select new FormAttack($"a stranger presses {button?.Value}", who, IsStranger: true, () => form.Send(Pressed(form.With(SentForm.Token, city.TokenOf(who)), button)));

    private IEnumerable<FormAttack> Unreadable()
    {
        foreach (var (text, type) in Hostile.Bodies.Append((new string('x', 3_000_000), "application/x-www-form-urlencoded")).Append(("a=%zz&b=%u0041&%00=1&=&&;", "application/x-www-form-urlencoded")))
            yield return new($"body {ApiAttacks.Short(text)} as {type}", form.Who, IsStranger: true, () =>
            {
                var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                return new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = content };
            });
        yield return new("2,000 fields", form.Who, IsStranger: false, () => form.Send([.. form.Fields, .. Enumerable.Range(0, 2000).Select(number => ($"x{number}", "y"))]));
        yield return new("every field twice", form.Who, IsStranger: false, () => form.Send([.. form.Fields, .. form.Fields]));
        yield return new("nothing but the token", form.Who, IsStranger: false, () => form.Send(form.Fields.Where(one => one.Name == SentForm.Token)));
        foreach (var method in new[] { "PUT", "DELETE", "PATCH" })
            yield return new(method, form.Who, IsStranger: true, () => new HttpRequestMessage(new(method), form.Action) { Content = form.Send(form.Fields).Content });
    }

    private IEnumerable<FormAttack> Files() => form.Files.Count == 0 ? [] :
        Uploads.Select(upload => new FormAttack($"file {ApiAttacks.Short(upload.Name)}", form.Who, IsStranger: false, () => form.Send(form.With("Go", "upload"), upload.Content, upload.Name)))
            .Append(new("a file of 23 MB", form.Who, IsStranger: true, () => form.Send(form.With("Go", "upload"), new byte[23 * 1024 * 1024]), 413));

    private static IEnumerable<(string Name, string Value)> Pressed(IEnumerable<(string Name, string Value)> fields, (string Name, string Value)? button) =>
        button is { } pressed ? fields.Where(one => one.Name != pressed.Name).Append(pressed) : fields;
}
