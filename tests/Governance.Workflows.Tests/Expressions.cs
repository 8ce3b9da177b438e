using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Expressions of every type: their values, and the sentence a person reads when one fails.</summary>
public sealed class Expressions
{
    private const string Variables = """[{"id":"v","name":"V","typeName":"Object","value":{"a":[1,2.5,"x",true,false,null]}},{"id":"n","name":"n-id","typeName":"Int32","value":7}]""";

    [Theory]
    [InlineData("Literal", "\"plain\"", "plain")]
    [InlineData("Literal", "5.50", "5.50")]
    [InlineData("Object", "\"{\\\"x\\\":1}\"", "{\"x\":1}")]
    [InlineData("Object", "\" \"", "")]
    [InlineData("Object", "null", "")]
    [InlineData("Variable", """{"id":"n","name":"other"}""", "7")]
    [InlineData("Variable", """{"id":"gone","name":"n-id"}""", "7")]
    [InlineData("Variable", """{"name":"n-id"}""", "7")]
    [InlineData("Variable", "\"n\"", "7")]
    [InlineData("Variable", "\"n-id\"", "7")]
    [InlineData("Variable", "\"gone\"", "")]
    [InlineData("Variable", "null", "")]
    [InlineData("Input", "\"A\"", "21")]
    [InlineData("Input", """{"name":"A"}""", "21")]
    [InlineData("Input", "\"gone\"", "")]
    [InlineData("Input", "null", "")]
    [InlineData("Liquid", "\" \"", "")]
    [InlineData("Liquid", "\"{{ Variables.V.a[0] }} {{ Variables.V.a[1] }} {{ Variables.V.a[2] }} {{ Variables.V.a[3] }} {{ Variables.V.a[4] }} {{ Variables.V.a[5] }}.\"", "1 2.5 x true false .")]
    [InlineData("Liquid", "\"{% if Variables.V.gone %}no{% else %}none{% endif %}{% for x in Variables.V.a %}{{ x }},{% endfor %}\"", "none1,2.5,x,true,false,,")]
    [InlineData("JavaScript", "\"getV().a.length\"", "6")]
    public void An_expression_has_a_value(string type, string value, string line) =>
        Start(Load(Sequence("s", Activity("Elsa.WriteLine", "w", ("text", Expr(type, JsonNode.Parse(value))))), Variables, inputs: """[{"name":"A","type":"Int32"}]"""), inputs: new() { ["A"] = 21 }).Lines.ShouldBe([line]);

    [Theory]
    [InlineData("JavaScript", "throw new Error('bad')", "The JavaScript expression of \"w\" failed: bad. It is: throw new Error('bad')")]
    [InlineData("JavaScript", "throw new Error('bad.')", "The JavaScript expression of \"w\" failed: bad. It is: throw new Error('bad.')")]
    public void A_failed_expression_names_its_type_activity_reason_and_text(string type, string text, string message)
    {
        var incident = Start(Load(Activity("Elsa.WriteLine", "w", ("text", Expr(type, text))))).Incidents.ShouldHaveSingleItem();
        (incident.ActivityId, incident.Message).ShouldBe(("w", message));
    }

    [Theory]
    [InlineData("Object", "{")]
    [InlineData("JavaScript", "1 +")]
    [InlineData("Liquid", "{% if %}")]
    public void A_text_that_cannot_be_parsed_is_a_failed_expression(string type, string text)
    {
        var message = Start(Load(Activity("Elsa.WriteLine", "w", ("text", Expr(type, text))))).Incidents.ShouldHaveSingleItem().Message;
        message.ShouldStartWith($"The {type} expression of \"w\" failed: ");
        message.ShouldEndWith($". It is: {text}");
    }

    [Theory]
    [InlineData(200, 200, "")]
    [InlineData(201, 199, "…")]
    public void The_text_of_a_failed_expression_is_cut_beyond_200_characters(int length, int kept, string end)
    {
        var text = "nobody()" + new string(';', length - 8);
        Start(Load(LineJs("w", text))).Incidents.ShouldHaveSingleItem().Message.ShouldEndWith($". It is: {text[..kept]}{end}");
    }

    [Fact]
    public void A_script_activity_fails_like_an_expression_and_may_get_its_script_from_one()
    {
        Start(Load(Activity("Elsa.RunJavaScript", "r", ("script", Lit("nobody()"))))).Incidents.ShouldHaveSingleItem().Message.ShouldBe("The JavaScript expression of \"r\" failed: nobody is not defined. It is: nobody()");
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Js("'set' + 'Made(40 + 2)'"))), LineJs("w", "getVariable('V') + 1")), """[{"id":"v","name":"V","typeName":"Object"}]""")).Incidents.ShouldHaveSingleItem().Message.ShouldContain("setMade is not defined");
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "r", ("script", Js("'setV(' + (40 + 2) + ')'"))), LineJs("w", "getV()")), """[{"id":"v","name":"V","typeName":"Object"}]""")).Lines.ShouldBe(["42"]);
    }

    [Theory]
    [InlineData("9007199254740992", "number")]
    [InlineData("9007199254740993", "bigint")]
    [InlineData("-9007199254740992", "number")]
    [InlineData("-9007199254740993", "bigint")]
    [InlineData("1.5", "number")]
    [InlineData("1e3", "number")]
    [InlineData("true", "boolean")]
    [InlineData("false", "boolean")]
    [InlineData("\"2026-05-04T10:00:00Z\"", "string")]
    [InlineData("[1]", "object")]
    [InlineData("null", "object")]
    public void A_value_keeps_its_kind_in_a_script(string value, string kind)
    {
        var lines = Start(Load(Sequence("s", LineJs("t", "typeof getV()"), LineJs("w", "toJson(getV())")), $$"""[{"id":"v","name":"V","typeName":"Object","value":{{value}}}]""")).Lines;
        lines.ShouldBe([kind, value == "1e3" ? "1000" : value]);
    }

    [Theory]
    [InlineData("DateTime", "object")]
    [InlineData("DateTimeOffset", "object")]
    [InlineData("String", "string")]
    public void Only_a_variable_of_a_date_type_is_a_date_in_a_script(string type, string kind) =>
        Start(Load(LineJs("t", "typeof getV()"), $$"""[{"id":"v","name":"V","typeName":"{{type}}","value":"2026-05-04T10:00:00Z"}]""")).Lines.ShouldBe([kind]);

    [Theory]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("9007199254740994", "9007199254740994")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e15", "1000000000000000")]
    [InlineData("1.5", "1.5")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-1/0", "\"-Infinity\"")]
    [InlineData("-9223372036854775809n", "-9223372036854775809")]
    [InlineData("[1,[2,{a:undefined}]]", "[1,[2,{\"a\":null}]]")]
    [InlineData("({[Symbol('s')]: 1, a: Symbol('t')})", "{\"a\":null}")]
    [InlineData("Object.defineProperty({a:1}, 'hidden', {value: 2, enumerable: false})", "{\"a\":1}")]
    public void What_a_script_returns_becomes_JSON(string script, string json) =>
        Start(Load(Activity("Elsa.SetOutput", "o", ("outputName", Lit("O")), ("outputValue", Js(script))))).Outputs["O"]!.ToJsonString().ShouldBe(json.Replace("100000000000000000000", "1E+20", StringComparison.Ordinal));

    [Theory]
    [InlineData(64, "[a]", true)]
    [InlineData(65, "[a]", false)]
    [InlineData(64, "{a: a}", true)]
    [InlineData(65, "{a: a}", false)]
    public void A_value_may_be_nested_64_levels_deep(int depth, string around, bool fits)
    {
        var result = Start(Load(LineJs("w", $"var a = 1; for (let i = 0; i < {depth}; i++) a = {around}; a")));
        if (fits) result.Lines.ShouldHaveSingleItem().Count(c => c is '[' or '{').ShouldBe(64);
        else result.Incidents.ShouldHaveSingleItem().Message.ShouldContain("failed: the value is nested too deeply, or contains itself. It is: ");
    }

    [Fact]
    public void An_inner_variable_hides_an_outer_one_of_its_name()
    {
        var inner = Sequence("q", LineJs("a", "setV('changed'); getV() + variables.V"), LineJs("made", "setVariable('Made', 1); getVariable('Made')"));
        inner["variables"] = new JsonArray(new JsonObject { ["id"] = "own", ["name"] = "V", ["typeName"] = "String", ["value"] = "inner" });
        Start(Load(Sequence("s", inner, LineJs("b", "getV()"), LineJs("c", "getVariable('Made') === null")), """[{"id":"v","name":"V","typeName":"String","value":"outer"}]"""))
            .Lines.ShouldBe(["changedchanged", "1", "outer", "True"]);
    }

    [Theory]
    [InlineData("setV('new'); variables.V", "new new")]
    [InlineData("setVariable('V', 'new'); variables.V", "new new")]
    [InlineData("variables.V = 'new'; getV()", "old new")]
    [InlineData("variables.V = 'new'; variables.V", "new new")]
    [InlineData("setV('newer'); variables.V = 'new'; 'x'", "x new")]
    [InlineData("variables.V = null; 'x'", "x old")]
    [InlineData("variables.Made = 'new'; 'x'", "x old")]
    public void A_variable_may_be_set_in_both_ways_in_one_script(string script, string lines)
    {
        var printed = Start(Load(Sequence("s", LineJs("a", script), LineJs("b", "getV()"), LineJs("c", "getVariable('Made')")), """[{"id":"v","name":"V","typeName":"String","value":"old"}]""")).Lines;
        string.Join(' ', printed.Take(2)).ShouldBe(lines);
        printed[2].ShouldBe(script.Contains("Made", StringComparison.Ordinal) ? "new" : "");
    }

    [Theory]
    [InlineData("var o = {a: 1}; setV(o); o.a = 2; 'x'", """{"a":2}""")]
    [InlineData("getV().a = 5; setV(7); 'x'", "7")]
    [InlineData("getV().a = 5; getW().b = 6; toJson(getW())", """{"a":5}""")]
    [InlineData("getV(); 'x'", """{"a":0}""")]
    public void A_value_that_was_set_stays_the_one_that_a_script_holds(string script, string kept) =>
        Start(Load(Sequence("s", LineJs("a", script), LineJs("b", "toJson(getV())")), """[{"id":"v","name":"V","typeName":"Object","value":{"a":0}},{"id":"w","name":"W","typeName":"Object","value":{"b":0}}]""")).Lines[1].ShouldBe(kept);

    [Fact]
    public void The_variables_object_sets_an_outer_variable_where_that_lives() =>
        Start(Load(Sequence("s", Sequence("q", LineJs("a", "variables.V = 'new'; 'x'")), LineJs("b", "getV()")), """[{"id":"v","name":"V","typeName":"String","value":"old"}]""")).Lines.ShouldBe(["x", "new"]);

    [Theory]
    [InlineData("Elsa.Sequence")]
    [InlineData("Elsa.Flowchart")]
    [InlineData("Elsa.Parallel")]
    public void A_variable_that_a_script_makes_lives_in_the_container_around_it(string type)
    {
        var container = Activity(type, "q", ("activities", new JsonArray(LineJs("a", "setVariable('Made', 1); 'x'"))));
        Start(Load(Sequence("s", container, LineJs("b", "getVariable('Made') === null")))).Lines.ShouldBe(["x", "True"]);
        var waiting = Start(Load(Sequence("s", LineJs("a", "setVariable('Made', 1); 'x'"), Event("e")))).State.ToJson();
        waiting.ShouldContain("""{"id":2,"activity":"s","parent":1,"variables":{"Made":["Made","Object",1]}""");
        Start(Load(LineJs("a", "setVariable('Made', 1); getVariable('Made')"))).Lines.ShouldBe(["1"]);
    }

    [Fact]
    public void An_input_is_read_by_its_name_as_it_is_written_or_with_a_capital() =>
        Start(Load(LineJs("w", "getamount() + getAmount()"), inputs: """[{"name":"amount","type":"Int32"}]"""), inputs: new() { ["amount"] = 21 }).Lines.ShouldBe(["42"]);

    [Fact]
    public void A_template_sees_the_correlation_and_the_version()
    {
        var template = Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", "{{ CorrelationId }} {{ WorkflowDefinitionVersionId }}")));
        var json = Workflow(Sequence("s", Activity("Elsa.Correlate", "c", ("correlationId", Lit("K 1"))), template)).Replace("\"version\":1,\"name\":\"test\"", "\"version\":1,\"id\":\"v7\",\"name\":\"test\"", StringComparison.Ordinal);
        Start(WorkflowDefinition.Load(json, ActivityCatalog.BuiltIn)).Lines.ShouldBe(["K 1 v7"]);
    }

    [Fact]
    public void A_variable_with_a_name_that_is_none_in_a_script_is_reached_by_its_text() =>
        Start(Load(LineJs("w", "getVariable('n-id') + typeof getNId"), Variables)).Lines.ShouldBe(["7undefined"]);

    [Fact]
    public void An_output_goes_to_a_variable_by_id_or_name_to_an_output_of_the_workflow_or_nowhere()
    {
        JsonObject Run(string id, string target) => Activity("Elsa.RunJavaScript", id, ("script", Lit("5")), ("result", new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = target } }));
        var definition = WorkflowDefinition.Load(Workflow(Sequence("s", Run("a", "n"), Run("b", "V"), Run("c", "Sum"), Run("d", "nowhere"), LineJs("w", "getVariable('n-id') + getV()")), Variables, outputs: """[{"name":"Sum","type":"Int32"},{"name":"Other","type":"Int32"}]"""), ActivityCatalog.BuiltIn);
        var result = Start(definition);

        result.Lines.ShouldBe(["10"]);
        result.Outputs.ToJsonString().ShouldBe("""{"Sum":5}""");
    }

    [Theory]
    [InlineData("getOutputFrom('a')", "a:Result")]
    [InlineData("getOutputFrom( \"Sum Up\" , 'Result')", "b:Result")]
    [InlineData("getOutputFrom(`b`)", "b:Result")]
    [InlineData("getResultFromA()", "a:Result")]
    [InlineData("getResultFromSumUp()", "b:Result")]
    [InlineData("var id = 'a'; getOutputFrom(id)", "a:Result b:Result not-a:Result")]
    [InlineData("1", "")]
    public void Only_outputs_that_a_script_reads_are_kept(string script, string kept)
    {
        var a = Activity("Elsa.RunJavaScript", "a", ("script", Lit("5")));
        var b = Activity("Elsa.RunJavaScript", "b", ("name", "Sum Up"), ("script", Lit("6")));
        var c = Activity("Elsa.RunJavaScript", "not-a", ("script", Lit("7")));
        var state = JsonNode.Parse(Start(Load(Sequence("s", a, b, c, Activity("City.Ask", "h"), LineJs("w", script)), catalog: ActivityCatalog.BuiltIn.With(new ActivityDescriptor("City.Ask")))).State.ToJson())!;
        string.Join(' ', (state["activityOutputs"] as JsonObject ?? []).Select(o => o.Key)).ShouldBe(kept);
        state["lastResult"].ShouldBeNull();
    }

    [Fact]
    public void The_last_result_is_kept_where_scripts_read_it_also_where_two_do() =>
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "a", ("script", Lit("5"))), Activity("Elsa.Delay", "d"), LineJs("w", "getLastResult()"), LineJs("x", "getLastResult()")))).State.ToJson().ShouldContain("\"lastResult\":5");

    [Theory]
    [InlineData("Elsa.RunJavaScript")]
    [InlineData("Liquid")]
    [InlineData("case")]
    public void A_script_that_reads_an_output_is_found_wherever_it_stands(string where)
    {
        const string Script = "getOutputFrom('a') == 5";
        var reader = where switch
        {
            "Liquid" => Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", "{{ getOutputFrom('a') }}"))),
            "case" => Activity("Elsa.Switch", "w", ("cases", new JsonArray(new JsonObject { ["label"] = "x", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = Script } }))),
            _ => Activity("Elsa.RunJavaScript", "w", ("script", Lit(Script))),
        };
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "a", ("script", Lit("5"))), Event("e"), reader))).State.ToJson().ShouldContain("\"activityOutputs\":{\"a:Result\":5}");
        Start(Load(Sequence("s", Activity("Elsa.RunJavaScript", "a", ("script", Lit("5"))), Event("e"), Activity("Elsa.WriteLine", "w", ("text", Lit(Script)))))).State.ToJson().ShouldNotContain("activityOutputs");
    }

    [Fact]
    public void Templates_count_with_exact_numbers()
    {
        const string Numbers = """[{"id":"a","name":"A","typeName":"Object","value":9007199254740993},{"id":"b","name":"B","typeName":"Object","value":12345678901234567890.1},{"id":"c","name":"C","typeName":"Object","value":1e300},{"id":"d","name":"D","typeName":"Object","value":{"x":{"y":"z"}}}]""";
        Start(Load(Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", "{{ Variables.A | plus: 1 }} {{ Variables.B }} {{ Variables.C }} {{ Variables.D.x.y }} {{ WorkflowDefinitionVersionId }}"))), Numbers)).Lines.ShouldBe(["9007199254740994 12345678901234567890.1 1E+300 z "]);
    }
}
