using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Show;

/// <summary>What stands around the text of a letter.</summary>
/// <param name="City">"Stadt Musterstadt".</param>
/// <param name="Authority">"Die Bürgermeisterin".</param>
/// <param name="ReturnLine">Sender in one line, above the address in the window.</param>
/// <param name="Address">Recipient, line by line.</param>
/// <param name="Info">Contact, file number, date: label and value.</param>
/// <param name="Foot">Address, opening hours, web site.</param>
public sealed record LetterFrame(
    string City, string Authority, string ReturnLine, IReadOnlyList<string> Address,
    IReadOnlyList<KeyValuePair<string, string>> Info, IReadOnlyList<string> Foot);

/// <summary>A letter on A4, on screen as it will be printed; always light, since paper is.</summary>
[HtmlTargetElement("ui-letter")]
public sealed class Letter : Component
{
    /// <summary>Head, address and foot.</summary>
    public LetterFrame Frame { get; set; } = null!;

    /// <summary>Name of the letter, for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content) => Markup.El("div", "desk",
        Markup.El("article", "letter", Head(), Window(), content,
                Markup.El("div", "letter__foot").AddAll(Frame.Foot.Select(line => Markup.El("span", null, line))))
            .With("data-kern-theme", "light").With("aria-label", Label).With("lang", "de"));

    private TagBuilder Head() => Markup.El("div", "letter__head", Markup.El("span", "brand", BrandMark.Svg(),
        Markup.El("span", null, Markup.El("b", null, Frame.City), Markup.El("small", null, Frame.Authority))));

    private TagBuilder Window()
    {
        var address = Markup.El("address", null, Markup.El("small", null, Frame.ReturnLine));
        for (var line = 0; line < Frame.Address.Count; line++)
            address.Add(line == 0 ? null : Markup.Empty("br")).Add(Frame.Address[line]);
        var info = Markup.El("dl", "letter__info")
            .AddAll(Frame.Info.SelectMany(pair => new[] { Markup.El("dt", null, pair.Key), Markup.El("dd", null, pair.Value) }));
        return Markup.El("div", "letter__addr", address, info);
    }
}
