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
    }
}
