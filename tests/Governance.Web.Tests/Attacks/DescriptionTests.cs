using System.Text.Json.Nodes;
using Governance.Web.Tests.Inbox;

namespace Governance.Web.Tests.Attacks;

/// <summary>What <c>/openapi/v1.json</c> says is what the program does. That every answer is one of those described is held by
/// <see cref="ApiAttackTests"/> with each call.</summary>
public sealed class DescriptionTests(WebCity city) : IClassFixture<WebCity>
{
    [Fact]
    public async Task Every_operation_is_described_and_every_description_is_answered() =>
        (await ApiOperation.ReadAsync(city.Program.CreateClient())).Select(operation => $"{operation.Method} {operation.Path}").Order(StringComparer.Ordinal)
            .ShouldBe(ApiOperation.Mapped(city.Program.Services).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_operation_says_what_it_is_for_and_how_it_refuses()
    {
        foreach (var operation in await ApiOperation.ReadAsync(city.Program.CreateClient()))
        {
            var name = $"{operation.Method} {operation.Path}";
            ((string?)operation.Description["summary"]).ShouldNotBeNullOrWhiteSpace(name);
            var headers = (operation.Description["parameters"]?.AsArray() ?? []).Where(one => (string?)one!["in"] == "header").Select(one => (string?)one!["name"]);
            (headers.Contains("Idempotency-Key", StringComparer.Ordinal) == operation.IsChange).ShouldBeTrue(name);
            operation.Description["responses"]!.AsObject().ContainsKey("429").ShouldBe(operation.Description["responses"]!.AsObject().ContainsKey("401"), name);
            foreach (var (status, answer) in operation.Description["responses"]!.AsObject().Where(answer => answer.Key[0] == '4'))
                ((string?)answer!["content"]?["application/problem+json"]?["schema"]?["$ref"]).ShouldBe("#/components/schemas/Problem", $"{name} {status}");
        }
    }
}
