using Governance.Deadlines;
using Governance.LifeAreas;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Governance.Bodies;

/// <summary>The authority table (Zuständigkeitsordnung) that is in force today, with the names of its bodies.</summary>
public sealed record GetAuthority : IQuery<AuthorityView>, IRule<GetAuthority>
{
    /// <inheritdoc />
    public static Who<GetAuthority> Who => People.Who.SignedIn<GetAuthority>();
}

/// <summary>A table for reading.</summary>
/// <param name="Table">The rules.</param>
/// <param name="Bodies">Names by code; a code without a body is missing.</param>
public sealed record AuthorityView(AuthorityTable Table, IReadOnlyDictionary<string, LocalText> Bodies)
{
    /// <summary>The rules by which a body decides, is heard or is reported to, with their numbers from 1.</summary>
    public IEnumerable<(int Number, AuthorityRule Rule)> RulesOf(string body)
    {
        var isCommittee = Table.CommitteeOfLifeArea.Values.Contains(body, StringComparer.Ordinal);
        bool Means(string code) => code == body || (isCommittee && code == BodyCodes.CommitteeOfLifeArea);
        return Table.Rules.Select((rule, index) => (index + 1, rule))
            .Where(one => Means(one.rule.DecidingBody) || one.rule.HeardBefore.Any(Means) || one.rule.ReportTo.Any(report => Means(report.Body)));
    }

    /// <summary>The life areas whose Fachausschuss the body is.</summary>
    public IEnumerable<string> LifeAreasOf(string body) => Table.CommitteeOfLifeArea.Where(area => area.Value == body).Select(area => area.Key);
}

/// <summary>What is wrong with the table in force; nothing when it is sound.</summary>
public sealed record CheckAuthority : IQuery<IReadOnlyList<Error>>, IRule<CheckAuthority>
{
    /// <inheritdoc />
    public static Who<CheckAuthority> Who => People.Who.Holds<CheckAuthority>(Role.Administrator, Role.Office, Role.Auditor);
}

internal sealed class GetAuthorityHandler(GovernanceDb db, AuthorityTables tables, TimeProvider clock) :
    IRequestHandler<GetAuthority, Result<AuthorityView>>, IRequestHandler<CheckAuthority, Result<IReadOnlyList<Error>>>
{
    public async Task<Result<AuthorityView>> Handle(GetAuthority request, CancellationToken cancellationToken)
    {
        var table = await InForceAsync(cancellationToken);
        if (!table.IsSuccess)
            return table.Error;
        var names = await db.Set<Body>().AsNoTracking().ToDictionaryAsync(body => body.Code, body => new LocalText(body.NameDe, body.NameEn), StringComparer.Ordinal, cancellationToken);
        return new AuthorityView(table.Value, names);
    }

    public async Task<Result<IReadOnlyList<Error>>> Handle(CheckAuthority request, CancellationToken cancellationToken)
    {
        var table = await InForceAsync(cancellationToken);
        if (!table.IsSuccess)
            return table.Error;
        var bodies = await db.Set<Body>().Select(body => body.Code).ToListAsync(cancellationToken);
        return Result.Ok(table.Value.Validate(bodies, LifeAreaCodes.All.ToList()));
    }

    private Task<Result<AuthorityTable>> InForceAsync(CancellationToken ct) => tables.InForceAsync(BerlinTime.DayOf(clock.GetUtcNow().UtcDateTime), ct);
}
