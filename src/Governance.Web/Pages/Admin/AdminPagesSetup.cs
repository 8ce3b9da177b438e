namespace Governance.Web.Pages.Admin;

/// <summary>What pages of administration share.</summary>
public static class AdminPagesSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAdminPages(this IServiceCollection services) => services.AddSingleton<AuditWords>().AddSingleton<TriedWords>();
}
