namespace Governance.Web.Tests.Texts;

/// <summary>Pages hold no words of their own: neither between tags nor in attributes that people read or hear.</summary>
public sealed class HardCodedTextTests
{
    [Fact]
    public void Pages_take_their_words_from_resources() =>
        Sources.Pages.SelectMany(file => PageWords.Of(File.ReadAllText(file)).Select(word => $"{Sources.Place(file, word.Line)}: {word.Text}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Hallo</p>", "Hallo"), InlineData("<p>@T[\"x\"] Tage</p>", "Tage"), InlineData("<a aria-label=\"Weiter\">@x</a>", "Weiter")]
    [InlineData("<ui-fact label=\"Kosten\">@x</ui-fact>", "Kosten"), InlineData("<input placeholder='Suche'>", "Suche")]
    [InlineData("@if (a > b)\n{\n  <b>Ja</b>\n}", "Ja"), InlineData("<b title=\"@(x ? \"Ja\" : null)\">@y</b>", "Ja")]
    [InlineData("<p>@(open ? \"offen\" : \"zu\")</p>", "offen")]
    public void A_word_is_found(string page, string word) => PageWords.Of(page).ShouldContain(found => found.Text.Contains(word));

    [Theory]
    [InlineData("<p>@T[\"Ui.Save\"]</p>"), InlineData("<a class=\"kern-btn\" href=\"/x\">@T[\"Ui.Save\"] · 1.234 €</a>"), InlineData("@* Kommentar *@<!-- Kommentar -->")]
    [InlineData("@if (a is { } b)\n{\n  <b>@b</b>\n}\nelse\n{\n  var words = F(\"x\");\n}"), InlineData("<ui-fact label=\"@T[\"Ui.Save\"]\">@x</ui-fact>")]
    [InlineData("<a aria-current=\"@(x ? \"page\" : null)\">@x&nbsp;–</a>"), InlineData("<ui-tab label=\"2027\" />"), InlineData("<b>@x.ToString(\"dd.MM\")</b>")]
    public void A_page_without_words_passes(string page) => PageWords.Of(page).ShouldBeEmpty();
}
