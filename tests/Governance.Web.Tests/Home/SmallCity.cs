using Governance.Bodies;
using Governance.Deadlines;
using Governance.Funding;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Web.Tests.Hosting;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Web.Tests.Home;

/// <summary>The program with a few bodies, an authority table, budget lines and people; use cases are sent as people send them.</summary>
public sealed class SmallCity : IAsyncDisposable
{
    private SmallCity(TestProgram program) => Program = program;

    public TestProgram Program { get; }

    public Guid Line { get; private set; }

    public Guid OtherLine { get; private set; }

    public static async Task<SmallCity> FoundAsync()
    {
        var city = new SmallCity(await TestProgram.StartAsync());
        await city.SettleAsync();
        return city;
    }

    /// <summary>Sends a use case as that person; it must not be refused.</summary>
    public async Task<T> Do<T>(string name, IRequest<Result<T>> request)
    {
        await using var scope = Program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var person = await db.Users.SingleAsync(row => row.UserName == name);
        var roles = await db.Set<Appointment>().Where(row => row.PersonId == person.Id).Select(row => row.Role).ToListAsync();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = new Actor(person.Id, person.FullName, roles.ToHashSet(), [], BerlinTime.DayOf(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        result.Error.ShouldBeNull(result.Error?.Code);
        return result.Value;
    }

    /// <summary>A submitted proposal on the mobility line.</summary>
    public async Task<Guid> SubmitAsync(long euro, string title)
    {
        var content = new ProposalContent
        {
            Title = title, LeadingLifeArea = "mobility", Goal = "Weniger Wartezeit", Resolution = "Der Ausschuss beschließt.", PersonalData = false, End = new DateOnly(2027, 12, 31),
            Costs = [new CostItem("material", 2026, euro * 100)], Cover = [new CoverItem("city", 2026, euro * 100)], Finance = Inbox.WebCity.Block, Values = Inbox.WebCity.Values,
        };
        var id = await Do("owner", new CreateDraft(content));
        await Do("owner", new SubmitProposal(id, 0));
        return id;
    }

    public async ValueTask DisposeAsync() => await Program.DisposeAsync();

    private async Task SettleAsync()
    {
        await Program.AddPersonAsync("owner", Role.ProjectOwner);
        await Program.AddPersonAsync("office", Role.Office);
        await Program.AddPersonAsync("treasurer", Role.Treasurer);
        await Program.AddPersonAsync("auditor", Role.Auditor);
        await Program.AddPersonAsync("admin", Role.Administrator);
        await Program.AddPersonAsync("citizen", Role.Citizen);
        var member = await Program.AddPersonAsync("member");
        await using (var db = Program.Open())
        {
            foreach (var code in BodyCodes.All)
                db.Add(new Body
                {
                    Code = code, NameDe = "Gremium " + code, NameEn = "Body " + code, StatutoryMembers = 3,
                    Kind = code == BodyCodes.Council ? BodyKind.Council : BodyKind.Administration,
                    Procedure = code == BodyCodes.Office ? VotingProcedure.Office : VotingProcedure.Circular,
                });
            await db.SaveChangesAsync();
            db.Add(new Seat
            {
                BodyId = (await db.Set<Body>().SingleAsync(body => body.Code == BodyCodes.Steering)).Id, PersonId = member, Kind = SeatKind.Administration,
                Function = SeatFunction.Chair, Group = "Fraktion Mitte", From = new DateOnly(2025, 11, 1),
            });
            db.Add(new AuthorityVersion { Number = 1, ValidFrom = new DateOnly(2024, 1, 1), Rules = AuthorityJson.Write(DefaultAuthorityTable.Table) });
            await db.SaveChangesAsync();
        }

        Line = await Do("treasurer", new CreateBudgetLine(2026, "mobility", "city", "11.10.01", "4100"));
        OtherLine = await Do("treasurer", new CreateBudgetLine(2026, "education", "state", "11.20.01", "4110"));
        await Do("treasurer", new PostAppropriation(Line, 12_345_678, "Haushalt 2026"));
        await Do("treasurer", new PostAppropriation(OtherLine, 5_000_001, "Bescheid des Landes"));
    }
}
