using Governance.People;
using Governance.Persistence;
using Governance.Tests.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Persistence;

/// <summary>The use cases on a database of their own, sent by an administrator.</summary>
internal sealed class Product : IAsyncDisposable
{
    private static readonly Guid Administrator = Guid.CreateVersion7();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Product(TestDatabase database, ServiceProvider services) => (_database, _services) = (database, services);

    public static async Task<Product> StartAsync(Provider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGovernance((_, options) => database.Use(options), singleWriter: provider == Provider.Sqlite);
        return new(database, services.BuildServiceProvider());
    }

    public Task<Result<T>> SendAsync<T>(string? key, IRequest<Result<T>> request, Guid? sender = null) =>
        SendAsync(key, request, new Actor(sender ?? Administrator, "Administrator", new HashSet<Role> { Role.Administrator }, [], default));

    public async Task<Result<T>> SendAsync<T>(string? key, IRequest<Result<T>> request, Actor actor)
    {
        await using var scope = _services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetRequiredService<CommandScope>();
        command.Actor = actor;
        command.IdempotencyKey = key;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public GovernanceDb Open() => _database.Open();

    public async Task<int> CountAsync(string name)
    {
        await using var db = Open();
        return await db.Users.CountAsync(person => person.UserName == name);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
