using Governance.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.People;

/// <summary>Sends a use case as the program itself, in a scope of its own: for sweeps and for steps that have no actor yet.</summary>
public sealed class AsProgram(IServiceScopeFactory scopes)
{
    /// <summary>Sends it as <see cref="Actor.System"/>.</summary>
    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
