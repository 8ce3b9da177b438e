using System.Reflection;
using Governance.Processes;
using Governance.Workflows;

namespace Governance.Tests.Processes;

/// <summary>An editor shows of an activity what its class says: whoever draws a workflow needs all of it.</summary>
public sealed class ActivityDescriptionTests
{
    private static readonly IReadOnlyList<ActivityDescriptor> Own = [.. ActivityRegistry.Catalog.Descriptors.Where(descriptor => !descriptor.BuiltIn)];

    /// <summary>The product's activities.</summary>
    public static TheoryData<string> Types() => new(Own.Select(descriptor => descriptor.Type));

    [Fact]
    public void All_of_the_product_are_described() => Own.Count.ShouldBeGreaterThanOrEqualTo(10);

    [Theory, MemberData(nameof(Types))]
    public void An_activity_says_what_it_does_and_takes_and_gives(string type)
    {
        var descriptor = Own.Single(one => one.Type == type);

        type.ShouldStartWith("Governance.");
        foreach (var text in new[] { descriptor.Category, descriptor.DisplayName, descriptor.Description })
            text.ShouldNotBeNullOrWhiteSpace();
        descriptor.Description.ShouldEndWith(".");
        foreach (var (name, typeName, description) in descriptor.Inputs.Select(input => (input.Name, input.TypeName, input.Description))
            .Concat(descriptor.Outputs.Select(output => (output.Name, output.TypeName, output.Description))))
        {
            typeName.ShouldNotBeNullOrWhiteSpace(name);
            description.ShouldNotBeNullOrWhiteSpace(name);
            description.ShouldEndWith(".", customMessage: name);
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void An_activity_says_by_which_ports_it_is_left(string type)
    {
        var descriptor = Own.Single(one => one.Type == type);

        if (descriptor.OutcomesFrom is { } input)
            descriptor.Inputs.ShouldContain(one => one.Name == input);
        else
            descriptor.Outcomes.ShouldNotBeEmpty();
        descriptor.Outcomes.ShouldBeUnique();
        descriptor.Outcomes.ShouldAllBe(outcome => !string.IsNullOrWhiteSpace(outcome));
    }

    /// <summary>A property that is neither would be bound by nobody and shown to nobody.</summary>
    [Theory, MemberData(nameof(Types))]
    public void Every_property_is_an_input_or_an_output(string type) => ActivityRegistry.Find(type)!.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetCustomAttribute<InputAttribute>() is null && property.GetCustomAttribute<OutputAttribute>() is null)
        .Select(property => property.Name).ShouldBeEmpty();

    /// <summary>What may be left out has a value then that the editor can show: by its description or because the type has one.</summary>
    [Theory, MemberData(nameof(Types))]
    public void An_input_by_name_is_required_or_has_a_default(string type) => Own.Single(one => one.Type == type).Inputs
        .Where(input => !input.Required && input.DefaultValue is null && input.TypeName is not ("Boolean" or "Object") && !input.TypeName.EndsWith("[]", StringComparison.Ordinal) && !input.TypeName.EndsWith('?'))
        .Select(input => input.Name).ShouldBeEmpty();
}
