using Governance.Demo;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.SqlServer;

/// <summary>Sign-in, passwords, locks, tokens, and the reader who comes back with the same key.</summary>
internal static class PeopleAct
{
    private const string Password = "correct horse battery";

    public static async Task PlayAsync(IServiceProvider services)
    {
        var admin = new Actor(Guid.Empty, "admin", new HashSet<Role> { Role.Administrator }, [], default);
        var id = (await SendAsync(services, admin, new CreatePerson("frida", "Frida Neu", "frida@city.example", "Amt", "de", [Role.ProjectOwner], Password))).Value;
        await SendAsync(services, admin, new CreatePerson("frida", "Frida Neu", "frida@city.example", "Amt", "de", [], Password));
        await SendAsync(services, Actor.Visitor, new CheckPassword("frida", Password));
        var session = (await SendAsync(services, Actor.System, new RecordSignIn(id, true))).Value.Stamp.ShouldNotBeNull();
        var token = (await SendAsync(services, Actor.System, new CreateAccessToken("frida", "Test", 30))).Value.Token;
        var frida = (await LoadAsync(services, loader => loader.OfSessionAsync(id, session, CancellationToken.None))).ShouldNotBeNull();
        (await LoadAsync(services, loader => loader.OfTokenAsync(token, CancellationToken.None))).ShouldNotBeNull();
        await SendAsync(services, frida, new ReadMe());
        await SendAsync(services, frida, new ChangePassword(Password, "another " + Password));
        foreach (var _ in Enumerable.Range(1, RecordSignIn.FailuresUntilLocked))
            await SendAsync(services, Actor.System, new RecordSignIn(id, false));
        await SendAsync(services, admin, new UnlockPerson("frida"));
        await SendAsync(services, Actor.System, new RecordSignIn(id, false));
        await SendAsync(services, Actor.System, new RecordSignIn(id, true));
        foreach (var _ in Enumerable.Range(1, 2))
            await SendAsync(services, frida, new CreateDraft(new()), key: "once");
        await SendAsync(services, admin, new LockPerson("frida"));
        await SendAsync(services, Actor.System, new FoundDemoCity());
        await using var scope = services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IDemoSignIns>().ListAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    private static async Task<Result<T>> SendAsync<T>(IServiceProvider services, Actor actor, IRequest<Result<T>> request, string? key = null)
    {
        await using var scope = services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetRequiredService<CommandScope>();
        (command.Actor, command.IdempotencyKey) = (actor, key);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static async Task<Actor?> LoadAsync(IServiceProvider services, Func<ActorLoader, Task<Actor?>> load)
    {
        await using var scope = services.CreateAsyncScope();
        return await load(scope.ServiceProvider.GetRequiredService<ActorLoader>());
    }
}
