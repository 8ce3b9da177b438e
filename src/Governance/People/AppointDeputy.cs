using FluentValidation;
using Governance.Audit;
using Governance.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.People;

/// <summary>Enters who deputises for a person, by the person; the Stabsstelle or an administrator may do it for somebody who is ill. A
/// person has one deputy at a time, who must not be away themself, and never for days that are past. Both are told by mail. Answers
/// with the entry's id.</summary>
/// <param name="PersonId">Who is away.</param>
/// <param name="DeputyId">Who acts.</param>
/// <param name="From">First day, today at the earliest.</param>
/// <param name="Until">Last day, at most a year later: what is forgotten ends by itself.</param>
public sealed record AppointDeputy(Guid PersonId, Guid DeputyId, DateOnly From, DateOnly Until) : ICommand<Guid>, IRule<AppointDeputy>
{
    /// <summary>Longest deputising in days.</summary>
    public const int MostDays = 366;

    /// <inheritdoc />
    public static Who<AppointDeputy> Who => People.Who.When<AppointDeputy>("the person, or office or administrator", (request, actor, _, _) =>
        new(actor.Is(Colleagues.EnterForOthers) || (actor.PersonId == request.PersonId && actor.Is(Colleagues.Roles))));
}

internal sealed class AppointDeputyValidator : AbstractValidator<AppointDeputy>
{
    public AppointDeputyValidator(TimeProvider clock)
    {
        RuleFor(request => request.DeputyId).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("input.required")
            .NotEqual(request => request.PersonId).WithErrorCode("deputy.oneself");
        RuleFor(request => request.From).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("input.required")
            .Must(day => day >= Today.InBerlin(clock)).WithErrorCode("deputy.in-the-past");
        RuleFor(request => request.Until).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("input.required")
            .GreaterThanOrEqualTo(request => request.From).WithErrorCode("deputy.until-before-from")
            .Must((request, day) => day.DayNumber - request.From.DayNumber < AppointDeputy.MostDays).WithErrorCode("deputy.too-long");
    }
}

internal sealed class AppointDeputyHandler(GovernanceDb db, CommandScope scope, AuditTrail audit, TimeProvider clock) : IRequestHandler<AppointDeputy, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AppointDeputy request, CancellationToken cancellationToken)
    {
        var ids = new[] { request.PersonId, request.DeputyId };
        var people = await Colleagues.Holding(db, Today.InBerlin(clock), Colleagues.Roles).AsTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        if (people.Find(one => one.Id == request.PersonId) is not { } person)
            return NotEligible(nameof(request.PersonId));
        if (people.Find(one => one.Id == request.DeputyId) is not { } deputy)
            return NotEligible(nameof(request.DeputyId));
        if (await ConflictAsync(request, deputy, cancellationToken) is { } conflict)
            return conflict;

        // Two entries at the same instant: the later finds another stamp, runs again and sees the first.
        person.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        var row = new Deputy { PersonId = person.Id, DeputyId = deputy.Id, From = request.From, Until = request.Until };
        db.Add(row);
        await audit.RecordAsync(person.Id, "person.deputy-appointed", new { id = row.Id, deputy = deputy.Id, from = request.From, until = request.Until }, cancellationToken);
        db.AddRange(DeputyMails.Of(row, "appointed", person, deputy, scope.Actor, clock));
        return row.Id;
    }

    private static Error NotEligible(string field) =>
        Error.Of("input.invalid") with { Fields = new Dictionary<string, Error[]>(StringComparer.Ordinal) { [field] = [Error.Of("deputy.not-eligible")] } };

    private async Task<Error?> ConflictAsync(AppointDeputy request, Person deputy, CancellationToken ct)
    {
        var meeting = await db.Set<Deputy>().AsNoTracking().Meeting(request.From, request.Until)
            .Where(row => row.PersonId == request.PersonId || row.PersonId == request.DeputyId)
            .OrderBy(row => row.From)
            .Join(db.Users, row => row.DeputyId, acting => acting.Id, (row, acting) => new { row.PersonId, row.From, row.Until, acting.FullName })
            .ToListAsync(ct);
        if (meeting.Find(row => row.PersonId == request.PersonId) is { } earlier)
            return Error.Of("deputy.already-appointed", ("deputy", earlier.FullName), ("from", earlier.From), ("until", earlier.Until));
        return meeting.Find(row => row.PersonId == request.DeputyId) is { } away
            ? Error.Of("deputy.away", ("deputy", deputy.FullName), ("from", away.From), ("until", away.Until))
            : null;
    }
}
