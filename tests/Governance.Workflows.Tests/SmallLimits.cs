using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Each limit of a script counts as it was given: just below it a script runs, beyond it the instance faults.</summary>
public sealed class SmallLimits
{
    private static readonly RunLimits Limits = new() { MaxScriptStatements = 100, MaxScriptMemory = 2_000_000, MaxScriptRecursion = 10, MaxScriptLength = 50 };

    [Theory]
    [InlineData("for (let i = 0; i < 20; i++) ; 'ok'", "ok")]
    [InlineData("function f(n) { return n == 0 ? 'ok' : f(n - 1) } f(5)", "ok")]
    [InlineData("'x'.repeat(50).length", "50")]
    [InlineData("'xy'.repeat(25).length", "50")]
    [InlineData("'x'.padStart(50).length + 'x'.padEnd(50).length", "100")]
    [InlineData("new Array(40).length", "40")]
    public void A_script_within_its_limits_runs(string script, string line) => Start(Load(LineJs("w", script)), limits: Limits).Lines.ShouldBe([line]);

    [Theory]
    [InlineData("for (let i = 0; i < 200; i++) ;", "The maximum number of statements executed have been reached")]
    [InlineData("function f(n) { return n == 0 ? 'ok' : f(n - 1) } f(20)", "The recursion is forbidden by script host")]
    [InlineData("'x'.repeat(51)", "a text of more than 50 characters")]
    [InlineData("'xy'.repeat(26)", "a text of more than 50 characters")]
    [InlineData("'x'.padStart(51)", "a text of more than 50 characters")]
    [InlineData("'x'.padEnd(51)", "a text of more than 50 characters")]
    [InlineData("new Array(60)", "The array size 60 is larger than maximum allowed (50)")]
    public void A_script_beyond_a_limit_faults(string script, string reason)
    {
        var result = Start(Load(LineJs("w", script)), limits: Limits);
        result.Status.ShouldBe(WorkflowStatus.Faulted);
        result.Incidents.ShouldHaveSingleItem().Message.ShouldStartWith($"The JavaScript expression of \"w\" failed: {reason}");
    }

    [Fact]
    public void Memory_and_time_are_limited_too()
    {
        Failure("var a = []; while (true) a.push('x'.repeat(1000) + a.length)", new RunLimits { MaxScriptMemory = 1_000_000 }).ShouldContain("Script has allocated");
        Failure("while (true) ;", new RunLimits { MaxScriptStatements = int.MaxValue, ScriptTimeout = TimeSpan.FromMilliseconds(1) }).ShouldContain("timed out");
        Failure($"new RegExp('^(a+)+$').test('{new string('a', 60)}!')", new RunLimits { RegexTimeout = TimeSpan.FromMilliseconds(1) }).ShouldContain("The Regex engine has timed out");

        static string Failure(string script, RunLimits limits) => Start(Load(LineJs("w", script)), limits: limits).Incidents.ShouldHaveSingleItem().Message;
    }

    [Fact]
    public void Chance_depends_on_the_seed_alone()
    {
        // What SplitMix64 gives for the seed 42.
        var definition = Load(Sequence("s", LineJs("a", "Math.random()"), LineJs("b", "Math['ran' + 'dom']()"), LineJs("c", "newGuid()")));
        Start(definition).Lines.ShouldBe(["0.7415648787718233", "0.1599103928769201", "130f9f52-6757-4752-94e3-4a0effe11c58"]);
    }

    [Fact]
    public void A_template_has_limits_too() =>
        Start(Load(Activity("Elsa.WriteLine", "w", ("text", Expr("Liquid", "{% for i in (1..200) %}x{% endfor %}")))), limits: Limits).Incidents.ShouldHaveSingleItem().Message.ShouldStartWith("The Liquid expression of \"w\" failed:");
}
