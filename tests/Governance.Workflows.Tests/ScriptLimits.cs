using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

public sealed class ScriptLimits
{
    [Theory]
    [InlineData("while (true) {}", "statements")]
    [InlineData("for (;;) ;", "statements")]
    [InlineData("var a = 'x'; while (a.length < 1e12) a += a; a.length", "")]
    [InlineData("var a = []; while (true) a.push('x'.repeat(1000) + a.length)", "")]
    [InlineData("'x'.repeat(1e9)", "a text of more than")]
    [InlineData("'x'['rep' + 'eat'](1e9)", "a text of more than")]
    [InlineData("'x'.rep\\u0065at(1e9)", "a text of more than")]
    [InlineData("Reflect.get(new String(''), 'rep' + 'eat').call('x', 1e9)", "a text of more than")]
    [InlineData("Object.getOwnPropertyDescriptors(Object.getPrototypeOf(''.valueOf())).repeat.value.call('x', 1e9)", "a text of more than")]
    [InlineData("var { ['rep' + 'eat']: f } = ''; f.call('x', 1e9)", "a text of more than")]
    [InlineData("'x'.padStart(1e9)", "a text of more than")]
    [InlineData("'x'.padEnd(1e9, 'yz')", "a text of more than")]
    [InlineData("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", "")]
    [InlineData("new RegExp('^(a+)+$').test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", "")]
    [InlineData("function f() { return f() + 1 } f()", "")]
    [InlineData("new Array(1e9).fill(0)", "")]
    [InlineData("var a = {}; a.a = a; a", "contains itself")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')", "System")]
    [InlineData("this is no script", "")]
    public void A_script_beyond_its_limits_is_an_incident_that_names_activity_and_expression(string script, string reason)
    {
        var result = Start(Load(LineJs("w", script)));

        result.Status.ShouldBe(WorkflowStatus.Faulted);
        var incident = result.Incidents.ShouldHaveSingleItem();
        incident.ActivityId.ShouldBe("w");
        incident.Message.ShouldContain("The JavaScript expression of \"w\" failed");
        incident.Message.ShouldContain(script);
        incident.Message.ShouldContain(reason);
    }

    [Fact]
    public void An_endless_loop_of_activities_faults_the_instance()
    {
        var definition = Load(Flowchart("f", [Line("a"), Line("b")], "a>b", "b>a"));
        var result = Start(definition, limits: RunLimits.Default with { MaxActivitiesPerBurst = 500 });

        result.Status.ShouldBe(WorkflowStatus.Faulted);
        result.Incidents.ShouldHaveSingleItem().Message.ShouldContain("More than 500 activities ran without a wait");
        result.State.Bookmarks.ShouldBeEmpty();
    }

    [Fact]
    public void An_endless_loop_of_scripts_ends_before_the_activities_do()
    {
        var definition = Load(Activity("Elsa.While", "w", ("condition", Js("true")), ("body", Line("a"))));

        var incident = Start(definition).Incidents.ShouldHaveSingleItem();

        incident.ActivityId.ShouldBe("w");
        incident.Message.ShouldContain("scripts ran more than 1000000 statements without a wait; is this an endless loop?");
    }

    [Fact]
    public void Long_scripts_count_by_their_statements()
    {
        const string script = "for (let i = 0; i < 30; i++) ; 'x'";
        Messages(500).ShouldBeEmpty();
        Messages(450).ShouldHaveSingleItem().ShouldContain("scripts ran more than 450 statements without a wait");

        IEnumerable<string> Messages(int limit) => Start(Load(Sequence("s", LineJs("a", script), LineJs("b", script))), limits: new RunLimits { MaxBurstStatements = limit }).Incidents.Select(i => i.Message);
    }

    [Theory]
    [InlineData("JavaScript", "'x'.repeat(600)")]
    [InlineData("JavaScript", "Array.from({length: 60}, () => 1)")]
    [InlineData("JavaScript", "setVariable('A', 'x'.repeat(600))")]
    [InlineData("JavaScript", "variables.B = (variables.B ?? '') + 'x'.repeat(400); 1")]
    [InlineData("Liquid", "{% for i in (1..200) %}xyz{% endfor %}")]
    public void What_scripts_and_templates_give_is_limited_in_all(string type, string expression)
    {
        var twice = Load(Sequence("s", Line(type, expression, "a"), Line(type, expression, "b")));
        Start(twice, limits: new RunLimits { MaxBurstLength = 2_000 }).Status.ShouldBe(WorkflowStatus.Finished);
        var incident = Start(twice, limits: new RunLimits { MaxBurstLength = 1_000 }).Incidents.ShouldHaveSingleItem();
        (incident.ActivityId, incident.Message.Contains("scripts gave more than 1000 characters without a wait", StringComparison.Ordinal)).ShouldBe(("b", true));

        static System.Text.Json.Nodes.JsonObject Line(string type, string expression, string id) => Activity("Elsa.WriteLine", id, ("text", Expr(type, expression)));
    }

    [Fact]
    public void More_activities_than_are_allowed_at_once_are_an_incident_of_the_one_that_asks_for_them()
    {
        var definition = Load(Activity("Elsa.ParallelForEach", "p", ("items", Js("[1, 2, 3, 4]")), ("body", Line("a"))));
        Start(definition, limits: new RunLimits { MaxScheduled = 4 }).Lines.ShouldBe(["a", "a", "a", "a"]);
        Start(definition, limits: new RunLimits { MaxScheduled = 3 }).Incidents.ShouldHaveSingleItem().Message.ShouldBe("More than 3 activities would be scheduled at once.");
    }

    /// <summary>No database takes half a character: stored and read again, a script would see another text.</summary>
    [Fact]
    public void Half_a_character_becomes_the_sign_for_unreadable_at_once()
    {
        const string sign = "\uFFFD";
        Start(Load(LineJs("w", "'😀'.charAt(0)"))).Lines.ShouldBe([sign]);
        Start(Load(LineJs("w", "'😀'"))).Lines.ShouldBe(["😀"]);
        Start(Load(Activity("Elsa.ForEach", "f", ("items", Lit("😀")), ("body", Activity("Elsa.WriteLine", "w", ("text", Js("getVariable('CurrentValue')"))))))).Lines.ShouldBe([sign, sign]);

        var waiting = Load(Sequence("s", Event("e"), LineJs("w", "toJson(getLastResult())")));
        var half = new System.Text.Json.Nodes.JsonObject { ["a\uD800"] = new System.Text.Json.Nodes.JsonArray("\uDC00b", "ok", 1, null) };
        var result = Resume(waiting, Start(waiting).State, new Stimulus.PublishEvent("e", half));
        result.Lines.ShouldBe([$$"""{"a{{sign}}":["{{sign}}b","ok",1,null]}"""]);
        half.ContainsKey("a\uD800").ShouldBeTrue();
        var queued = Resume(waiting, Start(waiting).State, new Stimulus.PublishEvent("other\uD800", "\uD800"));
        WorkflowState.Parse(queued.State.ToJson()).ToJson().ShouldBe(queued.State.ToJson());
        queued.State.QueuedEvents.ShouldBe(["other" + sign]);
    }

    [Fact]
    public void Nothing_leaks_from_one_script_to_the_next()
    {
        var result = Start(Load(Sequence("s", LineJs("a", "globalThis.x = 1; String.prototype.trim = () => 'broken'; 'a'"), LineJs("b", "typeof x + ' c '.trim()"))));
        result.Lines.ShouldBe(["a", "undefinedc"]);
    }

    [Fact]
    public void Time_and_chance_come_from_the_run()
    {
        var definition = Load(Sequence("s", LineJs("t", "new Date().toISOString() + ' ' + Date.now()"), LineJs("r", "Math.random() + newGuid()")));
        var (one, two) = (Start(definition), Start(definition));
        one.Lines[0].ShouldBe("2026-05-04T10:00:00.000Z 1777888800000");
        two.Lines.ShouldBe(one.Lines);
        foreach (var hidden in new[] { "var m = Math; m['ran' + 'dom']()", "Reflect.get(Math, 'ran' + 'dom')()", "globalThis['Ma' + 'th']['ran' + 'dom']()", "Math.r\\u0061ndom()" })
            Start(Load(LineJs("r", hidden))).Lines.ShouldBe(["0.7415648787718233"], hidden);
    }
}
