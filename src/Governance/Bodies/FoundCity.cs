using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>Gives a city without bodies the standard ones and the default authority table, so that proposals find who decides. Seats
/// stay empty. Refused with <c>city.already-founded</c> when there is a body or a table.</summary>
public sealed record FoundCity : ICommand<Done>, IRule<FoundCity>
{
    /// <inheritdoc />
    public static Who<FoundCity> Who => People.Who.Holds<FoundCity>(Role.Administrator);
}

internal sealed class FoundCityHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<FoundCity, Result<Done>>
{
    public async Task<Result<Done>> Handle(FoundCity request, CancellationToken cancellationToken)
    {
        if (await db.Set<Body>().AnyAsync(cancellationToken) || await db.Set<AuthorityVersion>().AnyAsync(cancellationToken))
            return Error.Of("city.already-founded");
        foreach (var body in StandardBodies.Create())
        {
            db.Add(body);
            await audit.RecordAsync(body.Id, "body.created", BodyFacts.Of(body), cancellationToken);
        }

        var table = DefaultAuthorityTable.Table;
        var version = new AuthorityVersion { Number = table.Version, ValidFrom = table.ValidFrom, Rules = AuthorityJson.Write(table) };
        db.Add(version);
        await audit.RecordAsync(version.Id, "authority.enacted", new { version = version.Number, validFrom = new { date = version.ValidFrom } }, cancellationToken);
        return new Done();
    }
}
