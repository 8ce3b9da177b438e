using Governance.Bodies;
using Governance.Texts;
using MediatR;

namespace Governance.Web.Api;

/// <summary><c>/api/v1/bodies</c> and <c>/api/v1/authority</c>.</summary>
public static class BodiesApi
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bodies", async (string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
                (await mediator.Send(new ListBodies(), ct)).Answer(bodies => Slice.Of(bodies, body => body.Code, cursor, limit, (some, next) => new BodyList(some, next))))
            .Produces<BodyList>().WithSummary("The bodies with who chairs them today");
        api.MapGet("/bodies/{code}", async (string code, IMediator mediator, CancellationToken ct) => (await mediator.Send(new GetBody(code), ct)).Answer(body => body.Version))
            .Produces<BodyDetails>().WithSummary("A body with its members and ballots");
        BodyChangesApi.Map(api);
        api.MapGet("/authority", async (IMediator mediator, CancellationToken ct) => (await mediator.Send(new GetAuthority(), ct)).Answer(view => TypedResults.Ok(AuthorityItem.Of(view))))
            .Produces<AuthorityItem>().WithSummary("The authority table in force: who decides");
    }
}

/// <summary>The bodies.</summary>
public sealed record BodyList(IReadOnlyList<BodyLine> Items, string? NextCursor);

/// <summary>The authority table; the first rule that matches decides.</summary>
public sealed record AuthorityItem(
    int Version, DateOnly ValidFrom, IReadOnlyList<AuthorityRuleItem> Rules, IReadOnlyDictionary<string, string> CommitteeOfLifeArea, IReadOnlyDictionary<string, LocalText> Bodies)
{
    /// <summary>From what was read.</summary>
    public static AuthorityItem Of(AuthorityView view) => new(
        view.Table.Version, view.Table.ValidFrom, [.. view.Table.Rules.Select((rule, index) => AuthorityRuleItem.Of(index + 1, rule))], view.Table.CommitteeOfLifeArea, view.Bodies);
}

/// <summary>A rule; amounts in euro, "above" exclusive, "up to" inclusive, null for no limit.</summary>
public sealed record AuthorityRuleItem(
    int Number, RangeItem Total, IReadOnlyList<string> LifeAreas, IReadOnlyList<string> FundingSources, RangeItem OwnShare, RangeItem FollowUpPerYear, bool? Budgeted,
    string DecidingBody, IReadOnlyList<string> HeardBefore, IReadOnlyList<ReportItem> ReportTo)
{
    internal static AuthorityRuleItem Of(int number, AuthorityRule rule) => new(
        number, RangeItem.Of(rule.When.Total), rule.When.LifeAreas, rule.When.FundingSources, RangeItem.Of(rule.When.OwnShare), RangeItem.Of(rule.When.FollowUpPerYear),
        rule.When.Budgeted, rule.DecidingBody, rule.HeardBefore, [.. rule.ReportTo.Select(report => new ReportItem(report.Body, report.From?.ToString()))]);
}

/// <summary>A range of amounts.</summary>
public sealed record RangeItem(string? Above, string? UpTo)
{
    internal static RangeItem Of(AmountRange range) => new(range.Above?.ToString(), range.UpTo?.ToString());
}

/// <summary>A body that is told, from this total on.</summary>
public sealed record ReportItem(string Body, string? From);
