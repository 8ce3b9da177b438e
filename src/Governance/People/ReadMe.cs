using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Who am I, to this program?</summary>
public sealed record ReadMe : IQuery<Me>, IRule<ReadMe>
{
    /// <inheritdoc />
    public static Who<ReadMe> Who => new("signed in as a person", (_, actor, _, _) => new(actor.IsPerson));
}

/// <summary>The signed-in person.</summary>
/// <param name="Id">The person.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="FullName">First and last name.</param>
/// <param name="Unit">Unit of the administration, or empty.</param>
/// <param name="Culture">Language of mails: de or en.</param>
/// <param name="Roles">Roles held today.</param>
/// <param name="DeputyFor">Persons whose tasks they may complete today.</param>
public sealed record Me(
    Guid Id, string UserName, string FullName, string Unit, string Culture, IReadOnlyList<Role> Roles, IReadOnlyList<Guid> DeputyFor);

internal sealed class ReadMeHandler(GovernanceDb db, CommandScope scope) : IRequestHandler<ReadMe, Result<Me>>
{
    public async Task<Result<Me>> Handle(ReadMe request, CancellationToken cancellationToken)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(one => one.Id == scope.Actor.PersonId, cancellationToken);
        return new Me(
            person.Id, person.UserName!, person.FullName, person.Unit, person.Culture, [.. scope.Actor.Roles.Order()], scope.Actor.DeputyFor);
    }
}
