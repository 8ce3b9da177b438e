using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>How values get into the properties of a host activity and back, and how a host's answer is kept.</summary>
public sealed class HostValues
{
    public enum Majority { Simple, TwoThirds }

    private sealed class Everything
    {
        [Input] public string? Text { get; set; } = "unset";
        [Input] public DateOnly? Day { get; set; }
        [Input] public Majority? Majority { get; set; }
        [Input] public IReadOnlyList<string>? Names { get; set; }
        [Input] public JsonObject? Title { get; set; }
        [Input] public int[]? Numbers { get; set; }
        [Input(DefaultValue = 2.5)] public decimal Rate { get; set; }
        [Input(DefaultValue = "TwoThirds")] public Majority Preset { get; set; }
        [Input] public TimeSpan? Span { get; set; }
        [Input] public DateTimeOffset? At { get; set; }
        [Input] public bool? Yes { get; set; }
        [Output] public Majority Chosen { get; set; }
        [Output] public JsonNode? Node { get; set; }
        [Output] public string? None { get; set; }
        [Output] public DateOnly On { get; set; }
        [Output] public Dictionary<string, int> Votes { get; set; } = [];
    }

    [Theory]
    [InlineData("Text", "5", "5")]
    [InlineData("TEXT", "true", "True")]
    [InlineData("Text", "null", "unset")]
    [InlineData("Day", "\"2026-06-30\"", "2026-06-30")]
    [InlineData("Day", "\"2026-06-30T23:30:00+02:00\"", "2026-06-30")]
    [InlineData("Majority", "\"twoThirds\"", "TwoThirds")]
    [InlineData("Majority", "1", "TwoThirds")]
    [InlineData("Names", "[\"a\",\"b\"]", "a,b")]
    [InlineData("Title", "{\"de\":\"Brücke\"}", "{\"de\":\"Br\\u00FCcke\"}")]
    [InlineData("Numbers", "\"[1,2]\"", "1,2")]
    [InlineData("Span", "\"01:00:00\"", "01:00:00")]
    [InlineData("At", "\"2026-05-04T10:00:00Z\"", "05/04/2026 10:00:00 +00:00")]
    [InlineData("Yes", "\"true\"", "True")]
    [InlineData("Unknown", "1", "")]
    public void A_value_gets_into_its_property(string input, string value, string bound)
    {
        var activity = new Everything();
        Call(input, value).Bind(activity);
        var property = typeof(Everything).GetProperty(input, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance);
        Shown(property?.GetValue(activity)).ShouldBe(bound);
        (activity.Rate, activity.Preset).ShouldBe((2.5m, Majority.TwoThirds));
    }

    [Theory]
    [InlineData("Day", "\"30.06.2026 or so\"", "DateOnly?")]
    [InlineData("Day", "5", "DateOnly?")]
    [InlineData("Majority", "7", "Majority?")]
    [InlineData("Majority", "{}", "Majority?")]
    [InlineData("Names", "5", "String[]")]
    [InlineData("Title", "[]", "Object")]
    [InlineData("Numbers", "[\"x\"]", "Int32[]")]
    [InlineData("Span", "\"soon\"", "TimeSpan?")]
    public void A_value_that_does_not_fit_is_named_with_the_type_that_is_wanted(string input, string value, string type) =>
        Should.Throw<HostBindingException>(() => Call(input, value).Bind(new Everything())).Message.ShouldBe($"The input \"{input}\" of the activity \"h\" (City.Ask) is {JsonNode.Parse(value)!.ToJsonString()}, which is no {type}.");

    [Theory]
    [InlineData(78, "")]
    [InlineData(79, "…")]
    public void A_long_value_is_cut_in_the_message(int length, string cut)
    {
        var text = $"\"{new string('x', length)}\"";
        Should.Throw<HostBindingException>(() => Call("Span", text).Bind(new Everything())).Message.ShouldContain($"is {(cut.Length == 0 ? text : text[..77] + cut)}, which");
    }

    [Fact]
    public void Outputs_are_collected_as_JSON()
    {
        var result = HostResult.From(new Everything { Chosen = Majority.TwoThirds, Node = new JsonArray(1), On = new(2026, 6, 30), Votes = new() { ["Yes"] = 3 } }, "Adopted");
        result.ToJson().ToJsonString().ShouldBe("""{"done":["Adopted"],"outputs":{"Chosen":"TwoThirds","Node":[1],"None":null,"On":"2026-06-30","Votes":{"Yes":3}}}""");
    }

    [Theory]
    [InlineData("""{"done":["A","B"],"outputs":{"x":1}}""")]
    [InlineData("""{"done":["Done"],"outputs":{}}""")]
    [InlineData("""{"wait":{"ballot":7}}""")]
    [InlineData("""{"wait":null}""")]
    [InlineData("""{"fault":"no quorum"}""")]
    public void An_answer_is_kept_and_read_again(string json) => HostResult.Parse(JsonNode.Parse(json)).ToJson().ToJsonString().ShouldBe(json);

    [Theory]
    [InlineData("""{"done":[]}""", """{"done":["Done"],"outputs":{}}""")]
    [InlineData("""{"done":[null]}""", """{"done":[""],"outputs":{}}""")]
    [InlineData("""{"fault":null}""", """{"fault":""}""")]
    public void What_an_answer_leaves_out_is_filled_in(string json, string read) => HostResult.Parse(JsonNode.Parse(json)).ToJson().ToJsonString().ShouldBe(read);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"done":"A"}""")]
    public void What_is_no_answer_is_refused(string json) => Should.Throw<FormatException>(() => HostResult.Parse(JsonNode.Parse(json))).Message.ShouldBe("This is no host result.");

    [Fact]
    public void Done_without_outcomes_is_Done()
    {
        HostResult.Done().ShouldBeOfType<HostResult.Completed>().Outcomes.ShouldBe(["Done"]);
        HostResult.Done([]).ShouldBeOfType<HostResult.Completed>().Outcomes.ShouldBe(["Done"]);
        HostResult.Done(["A"]).ShouldBeOfType<HostResult.Completed>().Outcomes.ShouldBe(["A"]);
    }

    private static HostCall Call(string input, string value) => new("h", "City.Ask", new() { [input] = JsonNode.Parse(value) }, "i:1", "i");

    private static string Shown(object? value) => value switch
    {
        null => "",
        JsonNode node => node.ToJsonString(),
        string text => text,
        DateOnly day => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => string.Join(',', items.Cast<object>()),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
