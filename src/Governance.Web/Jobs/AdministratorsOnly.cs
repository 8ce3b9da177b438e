using Governance.People;
using Governance.Persistence;
using Hangfire.Annotations;
using Hangfire.Dashboard;

namespace Governance.Web.Jobs;

/// <summary>Hangfire's pages show and repeat jobs: for administrators only.</summary>
public sealed class AdministratorsOnly : IDashboardAsyncAuthorizationFilter
{
    /// <inheritdoc />
    public Task<bool> AuthorizeAsync([NotNull] DashboardContext context) =>
        Task.FromResult(context.GetHttpContext().RequestServices.GetRequiredService<CommandScope>().Actor.Is(Role.Administrator));
}
