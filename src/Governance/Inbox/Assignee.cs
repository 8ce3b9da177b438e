using Governance.People;

namespace Governance.Inbox;

/// <summary>Keys of who must act: a person, the holders of a role, or one holder of a role to whom a role's task was handed on. One text
/// column, one index, one query. A deputy acts under the keys of persons only, so that what only a role may do stays with its holders.</summary>
public static class Assignee
{
    /// <summary>Longest key.</summary>
    public const int Longest = 80;

    private const string PersonPrefix = "person:";
    private const string RolePrefix = "role:";
    private const string HolderPrefix = "holder:";

    /// <summary>That person.</summary>
    public static string Person(Guid id) => PersonPrefix + id.ToString("N");

    /// <summary>Everybody who holds the role on the day.</summary>
    public static string Role(Role role) => RolePrefix + role;

    /// <summary>That person, as long as they hold the role.</summary>
    public static string Holder(Role role, Guid id) => $"{HolderPrefix}{role}:{id:N}";

    /// <summary>The person of a key, or null when it names all holders of a role.</summary>
    public static Guid? PersonOf(string assignee) =>
        assignee.StartsWith(RolePrefix, StringComparison.Ordinal) ? null : Guid.ParseExact(assignee[(assignee.LastIndexOf(':') + 1)..], "N");

    /// <summary>The role of a key, or null when it names a person alone.</summary>
    public static Role? RoleOf(string assignee) =>
        assignee.StartsWith(PersonPrefix, StringComparison.Ordinal) ? null : Enum.Parse<Role>(assignee.Split(':')[1]);

    /// <summary>All keys under which tasks of the actor are found, deputised ones included.</summary>
    public static string[] KeysOf(Actor actor) =>
        [Person(actor.PersonId), .. actor.Roles.Select(Role), .. actor.Roles.Select(role => Holder(role, actor.PersonId)), .. DeputisedBy(actor)];

    /// <summary>The keys of those whom the actor deputises today.</summary>
    public static IEnumerable<string> DeputisedBy(Actor actor) => actor.DeputyFor.Select(Person);
}
