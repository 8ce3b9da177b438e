using Governance.Processes;
using Governance.Tests.City;
using Governance.Tests.Databases;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Processes;

/// <summary>What an office drew comes back as it was drawn: what the engine does not know, the designer's places, order and spaces.</summary>
public sealed class RoundTripTests
{
    // Properties that nobody knows at every level, numbers that arithmetic would change, letters beyond the basic plane, odd spaces.
    private const string Source = "{ \"$schema\" : \"https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json\",\r\n\t\"definitionId\":\"round-trip\", \"id\":\"v7\",\"version\":7,\"isLatest\":true,\"isPublished\":false,"
        + "\"name\":\"Straße 😀 \\u00e4\",\"futureOfElsa\":{\"a\":[1.10,1e3,12345678901234567890,null,{}]},\"options\":{\"usableAsActivity\":false,\"activationStrategyType\":\"X.Y, X\",\"unknownOption\":0.0},"
        + "\"variables\":[{\"id\":\"v\",\"name\":\"V\",\"typeName\":\"Int32\",\"value\":\"1\",\"storageDriverTypeName\":\"S, S\",\"alsoUnknown\":[]}],\"inputs\":[],\"outputs\":[],\"outcomes\":[\"A\"],"
        + "\"root\":{\"id\":\"flow\",\"type\":\"Elsa.Flowchart\",\"metadata\":{\"designer\":{\"position\":{\"x\":-12.5,\"y\":340.000}},\"zoom\":0.75},\"activities\":[{\"id\":\"a\",\"type\":\"Elsa.WriteLine\",\"version\":1,\"glow\":\"green\","
        + "\"metadata\":{\"designer\":{\"position\":{\"x\":1e2,\"y\":2},\"size\":{\"width\":140.61,\"height\":50}}},\"text\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"x\",\"unknown\":1}}}],"
        + "\"connections\":[{\"source\":{\"activity\":\"a\",\"port\":\"Done\"},\"target\":{\"activity\":\"a2\",\"port\":\"In\"},\"vertices\":[{\"x\":1,\"y\":2.50}]}]}}\n";

    [Theory]
    [OnEachDatabase]
    public async Task A_published_definition_is_kept_character_by_character(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);

        await city.Do(city["admin"], new PublishDefinition(Source, "round trip"));

        var stored = await city.Look(db => db.Set<PublishedDefinition>().AsNoTracking().SingleAsync(row => row.DefinitionId == "round-trip"));
        stored.Source.ShouldBe(Source);
        stored.Sha256.ShouldBe(WorkflowDefinition.HashOf(Source));
        WorkflowDefinition.Load(stored.Source, ActivityRegistry.Catalog).Source.ShouldBe(Source);
    }
}
