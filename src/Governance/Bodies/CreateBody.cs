using Governance.Audit;
using Governance.People;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>A new body without seats. Answers with its code, which never changes.</summary>
/// <param name="Code">2 to 40 lower-case letters, digits and hyphens; workflows and authority tables name the body so.</param>
/// <param name="NameDe">German name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="StatutoryMembers">Voting members by statute, 1 to 500.</param>
/// <param name="Procedure">How it votes.</param>
public sealed record CreateBody(string Code, string NameDe, string NameEn, BodyKind Kind, int StatutoryMembers, VotingProcedure Procedure)
    : ICommand<string>, IRule<CreateBody>, IBodyFields
{
    /// <inheritdoc />
    public static Who<CreateBody> Who => People.Who.Holds<CreateBody>(Role.Administrator);
}

internal sealed class CreateBodyValidator : BodyFieldsValidator<CreateBody>;

internal sealed class CreateBodyHandler(GovernanceDb db, AuditTrail audit) : IRequestHandler<CreateBody, Result<string>>
{
    public async Task<Result<string>> Handle(CreateBody request, CancellationToken cancellationToken)
    {
        if (await db.Set<Body>().AnyAsync(row => row.Code == request.Code, cancellationToken))
            return Error.Of("body.already-exists", ("body", request.Code));
        if (request.Kind == BodyKind.Council && await db.Set<Body>().AnyAsync(row => row.Kind == BodyKind.Council, cancellationToken))
            return Error.Of("council.already-exists");
        var body = new Body
        {
            Code = request.Code, NameDe = request.NameDe.Trim(), NameEn = request.NameEn.Trim(), Kind = request.Kind, StatutoryMembers = request.StatutoryMembers,
            Procedure = request.Procedure,
        };
        db.Add(body);
        await audit.RecordAsync(body.Id, "body.created", BodyFacts.Of(body), cancellationToken);
        return body.Code;
    }
}
