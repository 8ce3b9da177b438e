using Governance.Bodies;
using Governance.LifeAreas;
using Governance.Tests.Texts;

namespace Governance.Tests.Bodies;

/// <summary>A broken rule cannot come into force (demarches-simplifiees, routing_engine.rb: one was skipped silently and the default group got the case).</summary>
public class AuthorityTableChecks
{
    private static readonly AuthorityTable Table = DefaultAuthorityTable.Table;

    [Fact]
    public void The_default_table_is_sound() => Codes(Table).ShouldBeEmpty();

    [Fact]
    public void A_table_without_rules_is_refused() => Codes(Table with { Rules = [] }).ShouldBe(["authority.empty-table"]);

    [Fact]
    public void A_gap_between_two_rules_is_found() =>
        Errors(Rules(Rule(null, 100), Rule(200, null))).ShouldHaveSingleItem().InGerman().ShouldBe("Für 100,01\u00A0€ gilt keine Regel.");

    [Fact]
    public void A_missing_top_rule_is_a_gap() => Codes(Rules(Rule(null, 100))).ShouldBe(["authority.gap"]);

    [Fact]
    public void Zero_needs_a_rule_too() => Codes(Rules(Rule(0, null))).ShouldBe(["authority.gap"]);

    [Fact]
    public void A_life_area_without_a_rule_is_a_gap()
    {
        var rule = new AuthorityRule { When = new() { LifeAreas = [.. LifeAreaCodes.All.Skip(1)] }, DecidingBody = BodyCodes.Office };

        Errors(Rules(rule)).ShouldHaveSingleItem().InGerman().ShouldBe("Für 0,00\u00A0€ gilt im Lebensbereich Mobilität keine Regel.");
    }

    [Fact]
    public void Unbudgeted_cost_without_a_rule_is_a_gap() =>
        Codes(Rules(new AuthorityRule { When = new() { Budgeted = true }, DecidingBody = BodyCodes.Office })).ShouldBe(["authority.gap"]);

    [Fact]
    public void Overlapping_limits_are_found() => Codes(Rules(Rule(null, 100), Rule(90, null))).ShouldBe(["authority.overlap"]);

    [Fact]
    public void Overlapping_upper_limits_are_found() => Codes(Rules(Rule(100, null), Rule(null, 150))).ShouldBe(["authority.overlap"]);

    [Fact]
    public void A_last_rule_for_everything_else_is_no_overlap() => Codes(Rules(Rule(null, 100), Rule(null, null))).ShouldBeEmpty();

    [Fact]
    public void A_special_rule_before_the_general_one_is_no_overlap() =>
        Codes(Rules(new AuthorityRule { When = new() { Total = new(null, Money.FromEuro(50)), Budgeted = false }, DecidingBody = BodyCodes.Finance }, Rule(null, 100), Rule(100, null)))
            .ShouldBeEmpty();

    [Fact]
    public void A_rule_behind_one_that_takes_everything_is_unreachable() =>
        Codes(Rules(Rule(null, null), Rule(null, null))).ShouldBe(["authority.unreachable-rule"]);

    [Fact]
    public void A_rule_that_two_others_cover_together_is_unreachable()
    {
        var budgeted = new AuthorityRule { When = new() { Budgeted = true }, DecidingBody = BodyCodes.Office };
        var unbudgeted = new AuthorityRule { When = new() { Budgeted = false }, DecidingBody = BodyCodes.Office };

        Errors(Rules(budgeted, unbudgeted, Rule(null, null))).ShouldHaveSingleItem().InGerman()
            .ShouldBe("Regel 3 kommt nie zum Zug, weil frühere Regeln alles abdecken.");
    }

    [Fact]
    public void A_range_without_an_amount_is_found() => Codes(Rules(Rule(100, 100), Rule(null, null))).ShouldBe(["authority.empty-range"]);

    [Fact]
    public void An_unknown_body_is_found_wherever_it_stands()
    {
        var rule = new AuthorityRule { DecidingBody = "a", HeardBefore = ["b"], ReportTo = [new("c")] };

        Codes(Rules(rule)).ShouldBe(["authority.unknown-body", "authority.unknown-body", "authority.unknown-body"]);
    }

    [Fact]
    public void An_unknown_committee_is_found()
    {
        var committees = new Dictionary<string, string>(Table.CommitteeOfLifeArea) { [LifeAreaCodes.Health] = "committee-sports" };

        Codes(Table with { CommitteeOfLifeArea = committees }).ShouldBe(["authority.unknown-committee"]);
    }

    [Fact]
    public void A_life_area_without_a_committee_is_found()
    {
        var committees = Table.CommitteeOfLifeArea.Where(c => c.Key != LifeAreaCodes.Health).ToDictionary();

        Codes(Table with { CommitteeOfLifeArea = committees }).ShouldBe(["authority.no-committee"]);
    }

    [Fact]
    public void An_unknown_life_area_is_found() =>
        Codes(Rules(new AuthorityRule { When = new() { LifeAreas = ["sports", LifeAreaCodes.Health] }, DecidingBody = BodyCodes.Office }, Rule(null, null)))
            .ShouldBe(["authority.unknown-life-area"]);

    [Fact]
    public void A_table_too_large_to_check_is_refused_and_not_half_checked()
    {
        var limits = Enumerable.Range(1, 60).Select(i => new AuthorityRule
        {
            When = new() { OwnShare = new(null, Money.FromEuro(i)), FollowUpPerYear = new(null, Money.FromEuro(i)), Total = new(null, Money.FromEuro(i)) },
            DecidingBody = BodyCodes.Office,
        });

        Codes(Rules([.. limits])).ShouldContain("authority.too-complex");
    }

    private static AuthorityRule Rule(long? above, long? upTo) => new()
    {
        When = new() { Total = new(above is { } a ? Money.FromEuro(a) : null, upTo is { } u ? Money.FromEuro(u) : null) },
        DecidingBody = BodyCodes.Office,
    };

    private static AuthorityTable Rules(params AuthorityRule[] rules) => Table with { Rules = rules };

    private static IReadOnlyList<Error> Errors(AuthorityTable table) => table.Validate([.. BodyCodes.All], [.. LifeAreaCodes.All]);

    private static List<string> Codes(AuthorityTable table)
    {
        var errors = Errors(table);
        errors.ShouldAllBe(error => error.InGerman().Length > 0);
        return [.. errors.Select(e => e.Code)];
    }
}
