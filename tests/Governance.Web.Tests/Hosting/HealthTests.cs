using System.Net;

namespace Governance.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_program_is_healthy(string path)
    {
        await using var program = await TestProgram.StartAsync();

        (await program.CreateClient().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        await using var program = await TestProgram.StartAsync(Governance.Tests.Databases.Provider.PostgreSql);
        var client = program.CreateClient();
        await using (var db = program.Open())
            await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
