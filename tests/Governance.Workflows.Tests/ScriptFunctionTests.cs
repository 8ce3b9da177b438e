using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>The functions that Elsa gives to scripts, and what templates see.</summary>
public sealed class ScriptFunctionTests
{
    private const string Variables = """[{"id":"v","name":"V","typeName":"Object","value":{"a":[1]}},{"id":"f","name":"firstName","typeName":"String","value":"Ada"}]""";

    [Theory]
    [InlineData("getWorkflowInstanceId()", "i")]
    [InlineData("getWorkflowDefinitionId()", "test")]
    [InlineData("getWorkflowDefinitionVersionId()", "")]
    [InlineData("getWorkflowDefinitionVersion() + 1", "2")]
    [InlineData("getCorrelationId() === null", "True")]
    [InlineData("setCorrelationId('K 1'); getCorrelationId()", "K 1")]
    [InlineData("setCorrelationId('K 1'); setCorrelationId(null); getCorrelationId() === null", "True")]
    [InlineData("getWorkflowInstanceName() === null", "True")]
    [InlineData("setWorkflowInstanceName('N'); getWorkflowInstanceName()", "N")]
    [InlineData("setWorkflowInstanceName('N'); setWorkflowInstanceName(undefined); getWorkflowInstanceName() === null", "True")]
    [InlineData("[isNullOrEmpty(null), isNullOrEmpty(''), isNullOrEmpty(' ')].join()", "true,true,false")]
    [InlineData("[isNullOrWhiteSpace(undefined), isNullOrWhiteSpace(' '), isNullOrWhiteSpace('a')].join()", "true,true,false")]
    [InlineData("toJson({a:'ü', b:[1.5,null]})", """{"a":"ü","b":[1.5,null]}""")]
    [InlineData("toJson(null)", "null")]
    [InlineData("parseGuid('{0197F0A0-0000-7000-8000-000000000001}')", "0197f0a0-0000-7000-8000-000000000001")]
    [InlineData("stringToBase64('Ä1')", "w4Qx")]
    [InlineData("stringFromBase64('w4Qx')", "Ä1")]
    [InlineData("newGuid().length + ' ' + newGuidString().length + ' ' + getGuidString().length", "36 36 36")]
    [InlineData("newGuid() == newGuid()", "False")]
    [InlineData("/^[A-Za-z0-9]{18,22}$/.test(newShortGuid()) && /^[A-Za-z0-9]{18,22}$/.test(getShortGuid())", "True")]
    [InlineData("newGuid()[14] + '89ab'.includes(newGuid()[19])", "4true")]
    [InlineData("getFirstName()", "Ada")]
    [InlineData("setFirstName('Bob'); getVariable('firstName')", "Bob")]
    [InlineData("variables.V.a[0]", "1")]
    [InlineData("variables.V = 7; variables.V", "7")]
    [InlineData("getVariable('nobody') === null", "True")]
    [InlineData("setVariable('made', 5); getVariable('made')", "5")]
    [InlineData("getInput('A') + getA()", "42")]
    [InlineData("getInput('B') === null", "True")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1 / 0", "Infinity")]
    [InlineData("0 / 0", "NaN")]
    [InlineData("2 ** 53", "9007199254740992")]
    [InlineData("2n ** 63n - 1n", "9223372036854775807")]
    [InlineData("-(2n ** 63n)", "-9223372036854775808")]
    [InlineData("2n ** 63n", "9223372036854775808")]
    [InlineData("new Date(0)", "1970-01-01")]
    [InlineData("new Date(1000)", "01/01/1970 00:00:01")]
    [InlineData("({d: new Date(1500)})", """{"d":"1970-01-01T00:00:01.5Z"}""")]
    [InlineData("() => 1", "")]
    [InlineData("({f: () => 1, n: null})", """{"f":null,"n":null}""")]
    [InlineData("Promise.resolve(3)", "3")]
    [InlineData("'ab'.repeat(3) + 'a'.padStart(3, '-') + 'a'.padEnd(2, '.') + 'x'.repeat(-0) + 'y'.padEnd()", "ababab--aa.y")]
    public void A_script_gets(string script, string line)
    {
        var definition = Load(Sequence("s", LineJs("w", script)), Variables, inputs: """[{"name":"A","type":"Int32"},{"name":"B","type":"Int32"}]""");
        Start(definition, inputs: new() { ["A"] = 21 }).Lines.ShouldBe([line]);
    }

    [Fact]
    public void A_list_or_object_is_changed_in_place_and_stays_changed()
    {
        var definition = Load(Sequence("s", LineJs("w", "getV().a.push(2); getVariable('V').b = true; 1"), Event("e"), LineJs("x", "toJson(getV())"), LineJs("y", "variables.V.a.pop(); variables.Fresh = 'new'; 2"), LineJs("z", "toJson(getV()) + getFresh()")), Variables);
        var waiting = Start(definition).State;
        Resume(definition, WorkflowState.Parse(waiting.ToJson()), new Stimulus.PublishEvent("e")).Lines.ShouldBe(["""{"a":[1,2],"b":true}""", "2", """{"a":[1],"b":true}new"""]);
    }

    [Fact]
    public void A_script_chooses_outcomes()
    {
        var many = Activity("Elsa.RunJavaScript", "r", ("script", Lit("setOutcomes(['A','B'])")));
        var one = Activity("Elsa.RunJavaScript", "q", ("script", Lit("setOutcome('C')")));
        Start(Load(Flowchart("f", [many, Line("a"), Line("b"), Line("d"), one, Line("c")], "r.A>a", "r.B>b", "r.Done>d", "b>q", "q.C>c", "q.Done>d"))).Lines.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void The_last_result_and_outputs_by_name_reach_a_script()
    {
        var source = Activity("Elsa.RunJavaScript", "r", ("name", "Sum Up"), ("script", Lit("40 + 2")));
        Start(Load(Sequence("s", source, LineJs("w", "getLastResult() + ' ' + getOutputFrom('Sum Up') + ' ' + getOutputFrom('r', 'Result') + ' ' + getResultFromSumUp()")))).Lines.ShouldBe(["42 42 42 42"]);
    }

    [Fact]
    public void An_output_of_no_activity_is_an_incident_that_names_it() =>
        Start(Load(Sequence("s", LineJs("w", "getOutputFrom('gone')")))).Incidents.ShouldHaveSingleItem().Message.ShouldContain("there is no activity \"gone\" to get an output from");

    [Theory]
    [InlineData("{{ Variables.V.a }}|{{ Variables.firstName }}|{{ Input.A }}", "1|Ada|21")]
    [InlineData("{{ WorkflowInstanceId }}|{{ WorkflowDefinitionId }}|{{ WorkflowDefinitionVersion }}|{{ CorrelationId }}|", "i|test|1||")]
    [InlineData("{% if Variables.T %}yes{% endif %}{% if Variables.N %}no{% endif %}{{ Variables.D | plus: 1 }}", "yes2.5")]
    public void A_template_sees(string template, string line)
    {
        var variables = Variables[..^1] + """,{"id":"t","name":"T","typeName":"Boolean","value":true},{"id":"n","name":"N","typeName":"Boolean","value":false},{"id":"d","name":"D","typeName":"Decimal","value":1.5}]""";
        var definition = Load(Sequence("s", Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", template)))), variables, inputs: """[{"name":"A","type":"Int32"}]""");
        Start(definition, inputs: new() { ["A"] = 21 }).Lines.ShouldBe([line]);
    }

    [Fact]
    public void A_broken_template_is_known_at_once_and_faults_when_it_is_reached()
    {
        var definition = Load(Sequence("s", Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", "{% if %}")))));
        definition.Find("w")!.Inputs["text"].Error.ShouldNotBeNullOrEmpty();
        Start(definition).Incidents.ShouldHaveSingleItem().Message.ShouldStartWith("The Liquid expression of \"w\" failed:");
    }
}
