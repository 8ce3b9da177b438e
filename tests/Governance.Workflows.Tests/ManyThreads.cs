using Shouldly;
using Xunit;
using static Governance.Workflows.Tests.Build;

namespace Governance.Workflows.Tests;

/// <summary>Definitions are shared between requests.</summary>
public sealed class ManyThreads
{
    [Fact]
    public void A_definition_may_be_run_by_many_threads_at_once()
    {
        var definition = WorkflowDefinition.Load(RandomDefinitions.Definition(new RandomDefinitions.DiamondBlock("WaitAll",
            [(new RandomDefinitions.LineBlock(), 3), (new RandomDefinitions.ForEachBlock(3, new RandomDefinitions.LineBlock()), 2)])).Json, ActivityCatalog.BuiltIn);
        var expected = Start(definition).Lines;

        System.Threading.Tasks.Parallel.For(0, 50, _ => Start(definition).Lines.ShouldBe(expected));
    }
}
