using Governance.Inbox;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;
using Governance.Tests.Databases;

namespace Governance.Tests.People;

/// <summary>Offices that a definition asks for an opinion (domain § 2): information security, staff council, equality, procurement, IT provider.</summary>
public sealed class OpinionRolesTests
{
    [Theory]
    [OnEachDatabase]
    public async Task Whoever_is_asked_for_an_opinion_sees_that_proposal_and_no_other(Provider provider)
    {
        await using var city = await TestCity.FoundAsync(provider);
        var definition = await File.ReadAllTextAsync(Repository.File("workflows/project-proposal.json"));
        await city.Do(Actor.System, new PublishDefinition(definition.Replace("\"DataProtectionOfficer\"", "\"SecurityOfficer\"", StringComparison.Ordinal), "asks information security"));
        var asked = await city.SubmitAsync(ProposalWay.Content(50_000, personalData: true));
        var other = await city.SubmitAsync(ProposalWay.Content(50_000));
        await city.AnswerAsync(asked, "formal-check", "office", "Complete");
        await city.AnswerAsync(other, "formal-check", "office", "Complete");

        (await city.Do(city["security"], new ListInbox())).Items.ShouldHaveSingleItem().ProposalId.ShouldBe(asked);
        (await city.Do(city["security"], new GetProposal(asked))).Content.Title.ShouldBe("Vorhaben über 50000 Euro");
        (await city.Send(city["security"], new GetProposal(other))).Error!.Code.ShouldBe("access.forbidden");
        await city.AnswerAsync(asked, "data-protection", "security", "Conditions", "Nur verschlüsselt.");
        (await city.Do(city["security"], new ListProposals())).Items.ShouldHaveSingleItem("what was answered can be looked up").Id.ShouldBe(asked);
    }

    [Fact]
    public async Task None_of_them_audits_or_administers()
    {
        await using var city = await TestCity.FoundAsync(Provider.Sqlite);
        foreach (var role in new[] { Role.SecurityOfficer, Role.StaffCouncil, Role.EqualityOfficer, Role.ProcurementOffice, Role.ItProvider, Role.DeputyMayor })
        {
            foreach (var other in new[] { Role.Auditor, Role.Administrator })
                (await CreateAsync(role, other)).Error!.Fields.Keys.ShouldBe(["Roles"], $"{role} and {other}");
            (await CreateAsync(role, Role.ProjectOwner)).Error.ShouldBeNull($"{role}");
        }

        Task<Result<Guid>> CreateAsync(params Role[] roles) =>
            city.Send(Actor.System, new CreatePerson($"p{roles[0]}{roles[1]}", "Frau P", "p@stadt.example", "", "de", roles, "Musterstadt-2026"));
    }
}
