using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using Governance.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Persistence;

/// <summary>The same key and body give the same answer, once done.</summary>
public sealed class IdempotencyTests
{
    [Theory]
    [OnEachDatabase]
    public async Task A_repeated_command_is_done_once_and_answered_alike(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);

        var first = await product.SendAsync("key-1", Person("anna"));
        var second = await product.SendAsync("key-1", Person("anna"));

        first.Error.ShouldBeNull();
        second.Value.ShouldBe(first.Value);
        (await product.CountAsync("anna")).ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Another_command_under_the_same_key_is_refused_and_not_done(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);
        await product.SendAsync("key-1", Person("anna"));

        (await product.SendAsync("key-1", Person("berta"))).Error!.Code.ShouldBe("idempotency.mismatch");
        (await product.SendAsync("key-1", new LockPerson("anna"))).Error!.Code.ShouldBe("idempotency.mismatch");

        (await product.CountAsync("berta")).ShouldBe(0);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Many_at_the_same_instant_are_one(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => product.SendAsync("key-1", Person("anna")))));

        answers.ShouldAllBe(answer => answer.Error == null);
        answers.Select(answer => answer.Value).Distinct().Count().ShouldBe(1);
        await using var db = product.Open();
        (await db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == answers[0].Value)).ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_refusal_uses_up_no_key(Provider provider)
    {
        await using var product = await Product.StartAsync(provider);
        await product.SendAsync(key: null, Person("anna"));

        (await product.SendAsync("key-1", Person("anna"))).Error!.Code.ShouldBe("person.user-name-taken");

        await using var db = product.Open();
        (await db.Set<IdempotencyKey>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_belongs_to_its_sender()
    {
        await using var product = await Product.StartAsync(Provider.Sqlite);
        await product.SendAsync("key-1", Person("anna"));

        (await product.SendAsync("key-1", Person("berta"), Guid.NewGuid())).Error.ShouldBeNull();
    }

    private static CreatePerson Person(string name) => new(name, name, name + "@stadt.example", "", "de", [], "correct horse battery");
}
