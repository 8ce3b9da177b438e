using System.Reflection;
using System.Text.RegularExpressions;
using Governance.Persistence;
using Governance.Web.Hosting;

namespace Governance.Architecture.Tests;

/// <summary>Habits that keep the code readable.</summary>
public sealed partial class HabitTests
{
    private const int MostLines = 350;

    // Path and the reason why this file may be longer.
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal);

    private static readonly Assembly[] Assemblies = [Assembly.Load("Governance.Workflows"), typeof(GovernanceDb).Assembly, typeof(GovernanceSettings).Assembly];

    [Fact]
    public void No_class_is_called_by_what_says_nothing() =>
        Assemblies.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name.Split('`')[0])
            .Where(name => !name.StartsWith('<')) // The compiler's own.
            .Where(name => name.EndsWith("Service", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal) || name.EndsWith("Helper", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nobody_asks_the_system_for_the_time() =>
        Sources.Under("src").Where(file => SystemClock().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void The_clock_is_chosen_where_the_program_is_put_together() =>
        Sources.Under("src").Where(file => file.Text.Contains("TimeProvider.System", StringComparison.Ordinal)).Select(file => file.Path)
            .Where(path => !path.StartsWith("src/Governance.Web/Hosting/", StringComparison.Ordinal))
            .Except(["src/Governance.Web/Ui/UserInterface.cs", "src/Governance/GovernanceServices.cs"], StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void A_file_has_one_idea() =>
        Sources.Under("src", "tests", "database").Where(file => file.Text.AsSpan().Count('\n') > MostLines && !Longer.ContainsKey(file.Path))
            .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Exceptions_from_that_still_exist_and_are_still_needed() =>
        Longer.Keys.Where(path => File.ReadLines(Path.Combine(Sources.Root, path)).Count() <= MostLines).ShouldBeEmpty();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SystemClock();
}
