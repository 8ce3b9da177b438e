using System.Text.RegularExpressions;
using Governance.Persistence;
using MediatR;

namespace Governance.Architecture.Tests;

/// <summary>Every use case says who may, has one handler, and leaves saving to the one behaviour.</summary>
public sealed partial class UseCaseTests
{
    private static readonly Type[] Types = typeof(GovernanceDb).Assembly.GetTypes();
    private static readonly Type[] Requests = [.. Types.Where(type => type is { IsAbstract: false } && typeof(IUseCase).IsAssignableFrom(type))];

    // The behaviour's own parts, which make the transaction; everything else is inside of one.
    private static readonly string[] Saving =
    [
        "src/Governance/Persistence/GovernanceDb.cs", "src/Governance/Persistence/ITransactions.cs",
        "src/Governance/Persistence/OneTransaction.cs", "src/Governance/Persistence/SqliteTransactions.cs", "src/Governance/Persistence/IdempotentCommand.cs", "src/Governance/Persistence/Beginning.cs",

        // Reads one unchanging view; writes nothing.
        "src/Governance/Audit/VerifySnapshot.cs",
    ];

    [Fact]
    public void There_are_use_cases() => Requests.ShouldNotBeEmpty();

    [Fact]
    public void Every_request_has_a_rule() =>
        Requests.Where(request => !request.GetInterfaces().Any(one => Is(one, typeof(IRule<>)) && one.GetGenericArguments()[0] == request)).ShouldBeEmpty();

    [Fact]
    public void Every_request_has_one_handler() =>
        Requests.Where(request => Types.Count(type => type.GetInterfaces().Any(one => Is(one, typeof(IRequestHandler<,>)) && one.GetGenericArguments()[0] == request)) != 1)
            .ShouldBeEmpty();

    [Fact]
    public void Every_handlers_request_is_a_use_case() =>
        Types.SelectMany(type => type.GetInterfaces()).Where(one => Is(one, typeof(IRequestHandler<,>)) && !one.IsGenericTypeParameter)
            .Select(one => one.GetGenericArguments()[0]).Where(request => !typeof(IUseCase).IsAssignableFrom(request)).ShouldBeEmpty();

    [Fact]
    public void Nobody_but_the_behaviour_saves_or_begins_a_transaction() =>
        Sources.Under("src").Where(file => !Saving.Contains(file.Path, StringComparer.Ordinal) && Save().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();

    private static bool Is(Type contract, Type open) => contract.IsGenericType && contract.GetGenericTypeDefinition() == open;

    [GeneratedRegex(@"\.(SaveChanges|SaveChangesAsync|BeginTransaction|BeginTransactionAsync|Database\.BeginAsync)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Save();
}
