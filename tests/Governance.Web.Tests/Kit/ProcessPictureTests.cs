using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Governance.Web.Ui.Process;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Governance.Web.Tests.Kit;

/// <summary>Arrows of the process picture find their way around boxes.</summary>
public sealed class ProcessPictureTests
{
    private static readonly ProcessNode A = Box("a", 0, 0), B = Box("b", 1, 0), C = Box("c", 2, 0), Below = Box("d", 1, 1);

    [Fact]
    public void A_free_way_is_straight() => new ProcessRoutes([A, B]).Between(A, B).Line.ShouldBe("M128 36H147");

    [Fact]
    public void A_box_in_the_way_is_passed_above() => new ProcessRoutes([A, B, C]).Between(A, C).Line.ShouldBe("M128 36H140V-6H292V36H299");

    [Fact]
    public void A_way_to_another_row_bends() => new ProcessRoutes([A, Below]).Between(A, Below).Line.ShouldBe("M128 36H140V120H147");

    [Fact]
    public void A_way_back_runs_below_everything()
    {
        var routes = new ProcessRoutes([A, B, Below]);
        routes.Between(Below, A).Line.ShouldBe("M216 148V172H64V69");
        routes.Bottom.ShouldBeGreaterThan(172);
    }

    [Fact]
    public void Positions_of_a_designer_become_columns_and_rows()
    {
        var picture = ProcessPicture.Arrange([(A, -12.5, 300), (B, 220, 310), (C, 230, 20), (Below, 221, 305)], []);
        picture.Nodes.Select(node => (node.Id, node.Column, node.Row))
            .ShouldBe([("a", 0, 1), ("b", 1, 1), ("c", 1, 0), ("d", 1, 2)]);
    }

    [Theory]
    [InlineData("Beschluss", "Beschluss", false), InlineData("Widerspruchsfrist", "Widerspruchsfrist", true), InlineData("Bericht an den Haupt- und Finanzausschuss", "Bericht an den Haup…", true)]
    public void A_long_word_is_squeezed_before_it_is_cut(string label, string shown, bool squeezed)
    {
        var box = Drawn(ProcessBox.Of(Box("a", 0, 0) with { Label = label }));
        box.QuerySelector("text")!.TextContent.ShouldBe(shown);
        box.QuerySelector("text")!.HasAttribute("textLength").ShouldBe(squeezed);
        (box.QuerySelector("title")?.TextContent ?? label).ShouldBe(label);
    }

    [Fact]
    public void An_answer_leaves_room_for_the_tick()
    {
        var box = Drawn(ProcessBox.Of(Box("a", 0, 0) with { Sublabel = "Deckung bestätigen", State = StationState.Done }));
        box.QuerySelector(".sub")!.ShouldSatisfyAllConditions(text => text.TextContent.ShouldBe("Deckung bestätigen"), text => text.GetAttribute("textLength").ShouldBe("92"));
    }

    private static IElement Drawn(TagBuilder box)
    {
        using var words = new StringWriter();
        box.WriteTo(words, HtmlEncoder.Create(UnicodeRanges.All));
        return new HtmlParser().ParseDocument($"<svg>{words}</svg>").QuerySelector("svg")!;
    }

    private static ProcessNode Box(string id, int column, int row) => new(id, id, null, StationState.Ahead, column, row);
}
