namespace Governance.Web.Pages.Proposals;

/// <summary>What the pages of proposals need.</summary>
public static class ProposalPagesSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddProposalPages(this IServiceCollection services) =>
        services.AddSingleton<ProposalWords>().AddSingleton<ContentLines>().AddSingleton<RouteWords>().AddSingleton<Checklist>().AddScoped<EditDesk>();
}
