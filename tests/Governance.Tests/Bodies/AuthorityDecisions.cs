using CsCheck;
using Governance.Bodies;
using Governance.LifeAreas;
using Governance.Tests.Texts;
using Governance.Texts;

namespace Governance.Tests.Bodies;

public class AuthorityDecisions
{
    private static readonly AuthorityTable Table = DefaultAuthorityTable.Table;

    [Theory]
    [InlineData("0", "office", "", "")]
    [InlineData("9999.99", "office", "", "")]
    [InlineData("10000", "office", "", "steering")]
    [InlineData("25000", "office", "", "steering")]
    [InlineData("25000.01", "steering", "office", "")]
    [InlineData("100000", "steering", "office", "")]
    [InlineData("100000.01", "committee-education", "steering", "finance")]
    [InlineData("500000", "committee-education", "steering", "finance")]
    [InlineData("500000.01", "council", "committee-education, finance", "")]
    [InlineData("90000000", "council", "committee-education, finance", "")]
    public void A_city_of_150000_decides_by_amount(string total, string deciding, string heard, string reported)
    {
        var decision = Table.Decide(new(Money.Parse(total).Value) { LifeArea = LifeAreaCodes.Education }).Value;

        decision.DecidingBody.ShouldBe(deciding);
        string.Join(", ", decision.HeardBefore).ShouldBe(heard);
        string.Join(", ", decision.ReportTo).ShouldBe(reported);
        decision.Reasons.InGerman().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("mobility", "committee-mobility")]
    [InlineData("environment", "committee-mobility")]
    [InlineData("education", "committee-education")]
    [InlineData("society", "committee-education")]
    [InlineData("safety", "committee-safety")]
    [InlineData("health", "committee-safety")]
    public void The_committee_is_that_of_the_life_area(string lifeArea, string committee) =>
        Table.Decide(new(Money.FromEuro(200_000)) { LifeArea = lifeArea }).Value.DecidingBody.ShouldBe(committee);

    [Fact]
    public void A_decision_names_rule_version_inputs_and_a_sentence()
    {
        var input = new AuthorityInput(Money.FromEuro(250_000)) { LifeArea = LifeAreaCodes.Mobility };

        var decision = Table.Decide(input).Value;

        decision.RuleNumber.ShouldBe(3);
        decision.TableVersion.ShouldBe(1);
        decision.Input.ShouldBe(input);
        decision.Reasons.InGerman().ShouldBe(
            "Zuständig bei 250.000,00\u00A0€ ist: Fachausschuss für Mobilität und Umwelt; die Regel gilt über 100.000,00\u00A0€ bis 500.000,00\u00A0€ "
            + "(Zuständigkeitsordnung Fassung 1, gültig ab 01.01.2024, Regel 3). Vorher beraten: Lenkungskreis. "
            + "Die Entscheidung wird mitgeteilt an: Haupt- und Finanzausschuss.");
    }

    [Fact]
    public void Without_a_life_area_no_committee_is_guessed()
    {
        Table.Decide(new(Money.FromEuro(200_000))).Error.ShouldNotBeNull().Code.ShouldBe("authority.life-area-missing");
        Table.Decide(new(Money.FromEuro(200_000)) { LifeArea = "sports" }, keepPlaceholder: true).Error.ShouldNotBeNull().Code.ShouldBe("authority.no-committee");
    }

    [Fact]
    public void A_preview_without_a_life_area_keeps_the_placeholder() =>
        Table.Decide(new(Money.FromEuro(200_000)), keepPlaceholder: true).Value.DecidingBody.ShouldBe(BodyCodes.CommitteeOfLifeArea);

    [Fact]
    public void A_negative_amount_is_refused() =>
        Table.Decide(new(new Money(-1))).Error.ShouldNotBeNull().Code.ShouldBe("authority.negative-amount");

    [Fact]
    public void An_amount_without_a_rule_is_refused_and_never_goes_to_a_default()
    {
        var gap = Table with { Rules = [.. Table.Rules.Take(3)] };

        gap.Decide(new(Money.FromEuro(600_000)) { LifeArea = LifeAreaCodes.Health }).Error.ShouldNotBeNull().Code.ShouldBe("authority.no-rule");
    }

    [Fact]
    public void The_first_rule_that_matches_decides()
    {
        var special = new AuthorityRule { When = new() { LifeAreas = [LifeAreaCodes.Safety] }, DecidingBody = BodyCodes.Council };
        var table = Table with { Rules = [special, .. Table.Rules] };

        table.Decide(new(Money.FromEuro(1)) { LifeArea = LifeAreaCodes.Safety }).Value.DecidingBody.ShouldBe(BodyCodes.Council);
        table.Decide(new(Money.FromEuro(1)) { LifeArea = LifeAreaCodes.Health }).Value.DecidingBody.ShouldBe(BodyCodes.Office);
    }

    public static TheoryData<string> Facts => ["life-area", "funding-source", "own-share", "follow-up", "budgeted"];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_rule_that_needs_an_unknown_fact_refuses_to_decide(string fact)
    {
        var error = TableWithRuleOn(fact).Decide(new(Money.FromEuro(1))).Error.ShouldNotBeNull();

        error.Code.ShouldBe("authority.fact-missing");
        error.Facts["fact"].ShouldBe(new Term("authority-fact", fact));
        error.InGerman().ShouldStartWith("Ob Regel 1 gilt, ist offen");
    }

    [Fact]
    public void What_is_refused_is_told_with_all_its_facts()
    {
        var education = Money.FromEuro(200_000);
        Error?[] errors =
        [
            AuthorityTable.InForce([], new DateOnly(2026, 1, 1)).Error,
            Table.Decide(new(new Money(-1))).Error,
            Table.Decide(new(education)).Error,
            Table.Decide(new(education) { LifeArea = "sports" }).Error,
            (Table with { Rules = [] }).Decide(new(education)).Error,
        ];

        errors.Select(error => error.ShouldNotBeNull().Code).ShouldBe(
            ["authority.no-table", "authority.negative-amount", "authority.life-area-missing", "authority.no-committee", "authority.no-rule"]);
        errors.ShouldAllBe(error => error!.InGerman().Length > 0);
        errors[0]!.Facts["day"].ShouldBe(new DateOnly(2026, 1, 1));
        errors[2]!.Facts["rule"].ShouldBe(3);
        errors[3]!.Facts["lifeArea"].ShouldBe(new Term("life-area", "sports"));
        errors[4]!.Facts["total"].ShouldBe(education);
    }

    [Theory]
    [InlineData("heard")]
    [InlineData("reported")]
    [InlineData("decides")]
    public void The_committee_stands_in_wherever_the_table_names_it(string place)
    {
        var rule = place switch
        {
            "heard" => new AuthorityRule { DecidingBody = BodyCodes.Council, HeardBefore = [BodyCodes.CommitteeOfLifeArea] },
            "reported" => new AuthorityRule { DecidingBody = BodyCodes.Council, ReportTo = [new(BodyCodes.CommitteeOfLifeArea)] },
            _ => new AuthorityRule { DecidingBody = BodyCodes.CommitteeOfLifeArea },
        };

        var decision = (Table with { Rules = [rule] }).Decide(new(Money.FromEuro(1)) { LifeArea = LifeAreaCodes.Health }).Value;

        decision.HeardBefore.Concat(decision.ReportTo).Append(decision.DecidingBody).ShouldContain("committee-safety");
        decision.HeardBefore.Concat(decision.ReportTo).Append(decision.DecidingBody).ShouldNotContain(BodyCodes.CommitteeOfLifeArea);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_rule_with_a_condition_matches_and_says_so(string fact)
    {
        var input = new AuthorityInput(Money.FromEuro(1))
        {
            LifeArea = LifeAreaCodes.Safety,
            FundingSource = "eu",
            OwnShare = Money.FromEuro(20),
            FollowUpPerYear = Money.FromEuro(20),
            Budgeted = false,
        };

        var decision = TableWithRuleOn(fact).Decide(input).Value;

        decision.RuleNumber.ShouldBe(1);
        decision.Reasons.Select(r => r.Code).ShouldBe(
            ["authority.any-amount", fact == "budgeted" ? "authority.because-unbudgeted" : "authority.because-" + fact, "authority.nobody-heard"]);
        decision.Reasons.InGerman().ShouldNotBeEmpty();
    }

    [Fact]
    public void That_the_cost_stands_in_the_budget_is_a_reason_too()
    {
        var rule = new AuthorityRule { When = new() { Budgeted = true }, DecidingBody = BodyCodes.Council };

        (Table with { Rules = [rule] }).Decide(new(Money.FromEuro(1)) { Budgeted = true }).Value.Reasons.Select(r => r.Code).ShouldContain("authority.because-budgeted");
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_rule_whose_condition_fails_is_passed_over(string fact)
    {
        var input = new AuthorityInput(Money.FromEuro(1))
        {
            LifeArea = LifeAreaCodes.Health,
            FundingSource = "state",
            OwnShare = Money.FromEuro(5),
            FollowUpPerYear = Money.FromEuro(10),
            Budgeted = true,
        };

        TableWithRuleOn(fact).Decide(input).Value.RuleNumber.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_fact_does_not_matter_when_another_one_rules_the_line_out()
    {
        var rule = new AuthorityRule
        {
            When = new() { Total = new(Money.FromEuro(1_000_000), null), Budgeted = false },
            DecidingBody = BodyCodes.Council,
        };

        (Table with { Rules = [rule, .. Table.Rules] }).Decide(new(Money.FromEuro(1))).Value.DecidingBody.ShouldBe(BodyCodes.Office);
    }

    [Fact]
    public void More_money_never_goes_to_a_lower_body()
    {
        string[] order = [BodyCodes.Office, BodyCodes.Steering, BodyCodes.MobilityCommittee, BodyCodes.Council];
        Gen.Long[0, 100_000_000].Select(Gen.Long[0, 100_000_000]).Sample((a, b) =>
            Rank(Math.Min(a, b)) <= Rank(Math.Max(a, b)));

        int Rank(long cents) => Array.IndexOf(order, Table.Decide(new(new Money(cents)) { LifeArea = LifeAreaCodes.Mobility }).Value.DecidingBody);
    }

    [Fact]
    public void The_version_in_force_on_the_day_of_submission_counts()
    {
        var second = Table with { Version = 2, ValidFrom = new DateOnly(2026, 7, 1) };

        AuthorityTable.InForce([second, Table], new DateOnly(2026, 6, 30)).Value.Version.ShouldBe(1);
        AuthorityTable.InForce([second, Table], new DateOnly(2026, 7, 1)).Value.Version.ShouldBe(2);
        AuthorityTable.InForce([second, Table], new DateOnly(2023, 12, 31)).Error.ShouldNotBeNull().Code.ShouldBe("authority.no-table");
    }

    [Fact]
    public void Of_two_tables_from_one_day_the_higher_version_counts() =>
        AuthorityTable.InForce([Table with { Version = 3 }, Table with { Version = 2 }], Table.ValidFrom).Value.Version.ShouldBe(3);

    [Fact]
    public void A_stored_table_decides_as_before()
    {
        var table = Table with { Rules = [.. TableWithRuleOn("budgeted").Rules.Take(1), .. Table.Rules] };
        var input = new AuthorityInput(Money.FromEuro(25_000)) { LifeArea = LifeAreaCodes.Safety, Budgeted = true };

        var json = AuthorityJson.Write(table);
        var read = AuthorityJson.Read(json);

        json.ShouldContain("\"total\":{\"above\":2500000,\"upTo\":10000000,");
        AuthorityJson.Write(read).ShouldBe(json);
        read.Decide(input).Value.Reasons.InGerman().ShouldBe(table.Decide(input).Value.Reasons.InGerman());
        read.Decide(input with { Budgeted = false }).Value.DecidingBody.ShouldBe(BodyCodes.Council);
    }

    private static AuthorityTable TableWithRuleOn(string fact)
    {
        var fromTen = new AmountRange(Money.FromEuro(10), UpTo: null);
        var when = fact switch
        {
            "life-area" => new AuthorityConditions { LifeAreas = [LifeAreaCodes.Safety] },
            "funding-source" => new AuthorityConditions { FundingSources = ["eu"] },
            "own-share" => new AuthorityConditions { OwnShare = fromTen },
            "follow-up" => new AuthorityConditions { FollowUpPerYear = fromTen },
            _ => new AuthorityConditions { Budgeted = false },
        };
        return Table with { Rules = [new() { When = when, DecidingBody = BodyCodes.Council }, .. Table.Rules] };
    }
}
