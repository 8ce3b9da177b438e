using Governance.People;
using Governance.Tests.Databases;
using Governance.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.SignIn;

public sealed class ActorTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Roles_and_deputies_are_those_of_today_in_Berlin(Provider provider)
    {
        await using var program = await TestProgram.StartAsync(provider);
        var (person, away, awayTomorrow) = (await program.AddPersonAsync("present"), await program.AddPersonAsync("away"), await program.AddPersonAsync("later"));
        var today = new DateOnly(2026, 11, 23);
        await using (var db = program.Open())
        {
            db.AddRange(
                new Appointment { PersonId = person, Role = Role.Office, From = today, Until = today },
                new Appointment { PersonId = person, Role = Role.Clerk, From = today.AddDays(-9), Until = today.AddDays(-1) },
                new Appointment { PersonId = person, Role = Role.Treasurer, From = today.AddDays(1) },
                new Deputy { PersonId = away, DeputyId = person, From = today, Until = today },
                new Deputy { PersonId = awayTomorrow, DeputyId = person, From = today.AddDays(1), Until = today.AddDays(5) });
            await db.SaveChangesAsync();
        }

        var actor = await LoadAsync(program, person);
        actor.Roles.ShouldBe([Role.Office]);
        actor.DeputyFor.ShouldBe([away]);

        // 23:30 in London is past midnight in Berlin.
        program.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero));
        actor = await LoadAsync(program, person);
        actor.Roles.ShouldBe([Role.Treasurer]);
        actor.DeputyFor.ShouldBe([awayTomorrow]);
    }

    private static async Task<Actor> LoadAsync(TestProgram program, Guid person)
    {
        await using var db = program.Open();
        var stamp = (await db.Users.SingleAsync(one => one.Id == person)).SecurityStamp!;
        await using var scope = program.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ActorLoader>().OfSessionAsync(person, stamp, CancellationToken.None))!;
    }
}
