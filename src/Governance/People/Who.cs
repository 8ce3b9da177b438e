using Governance.Persistence;

namespace Governance.People;

/// <summary>A rule of who may send a request: a name that the role × action table prints, and its check.</summary>
/// <param name="Name">In words: <c>office</c>, <c>assignee of the task</c>.</param>
/// <param name="Check">True when the actor may. Sees the database so that it can ask whose row it is.</param>
public sealed record Who<TRequest>(string Name, Func<TRequest, Actor, GovernanceDb, CancellationToken, ValueTask<bool>> Check);

/// <summary>The vocabulary of access rules: every request picks one of these by name.</summary>
public static class Who
{
    /// <summary>Anyone, even without signing in.</summary>
    public static Who<T> Anyone<T>() => new("anyone", (_, _, _, _) => new(true));

    /// <summary>Any signed-in person, and the program.</summary>
    public static Who<T> SignedIn<T>() => new("signed in", (_, actor, _, _) => new(actor.IsPerson || actor.IsSystem));

    /// <summary>Only the program itself: sweeps and commands of the administrator's shell.</summary>
    public static Who<T> Program<T>() => new("program", (_, actor, _, _) => new(actor.IsSystem));

    /// <summary>Holders of one of the roles, and the program.</summary>
    public static Who<T> Holds<T>(params Role[] roles) =>
        new(string.Join(" or ", roles), (_, actor, _, _) => new(actor.IsSystem || actor.Is(roles)));

    /// <summary>A rule that needs the rows.</summary>
    public static Who<T> When<T>(string name, Func<T, Actor, GovernanceDb, CancellationToken, ValueTask<bool>> check) =>
        new(name, async (request, actor, db, ct) => actor.IsSystem || await check(request, actor, db, ct));
}
