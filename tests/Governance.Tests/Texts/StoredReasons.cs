using System.Globalization;
using CsCheck;
using Governance.Ballots;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.Texts;

namespace Governance.Tests.Texts;

public class StoredReasons
{
    public static TheoryData<string> Cultures => ["de", "en"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_stored_reason_reads_as_before(string culture)
    {
        var language = CultureInfo.GetCultureInfo(culture);
        Reason[] reasons =
        [
            .. DefaultAuthorityTable.Table.Decide(new(Money.FromEuro(600_000)) { LifeArea = "health" }).Value.Reasons,
            .. DeadlineRules.DueDate(new DateOnly(2026, 3, 24), new Period(10, PeriodUnit.Days), CityCalendar.Default, DeadlineKind.Legal).Value.Reasons,
            .. BallotRules.Decide(new() { StatutoryMembers = 59, Present = 59, Yes = 30, No = 29 }).Value.Reasons,
            AuthorityAmount.Of(Money.FromEuro(1), new(2026, 1, 1), [new("P-1", new(2025, 12, 1), Money.FromEuro(2))]).Reason,
        ];

        var read = ReasonJson.DeserializeList(ReasonJson.Serialize(reasons));

        read.Select(r => r.Render(language)).ShouldBe(reasons.Select(r => r.Render(language)));
        ReasonJson.Deserialize(ReasonJson.Serialize(reasons[0])).Render(language).ShouldBe(reasons[0].Render(language));
    }

    [Fact]
    public void The_form_in_the_database_is_fixed() =>
        ReasonJson.Serialize(Reason.Of("x", ("a", Money.FromEuro(1)), ("b", new DateOnly(2026, 3, 31)), ("c", 3), ("d", null), ("e", new Term("body", "council")), ("f", new[] { "g" })))
            .ShouldBe("""{"code":"x","facts":{"a":{"money":"1.00"},"b":{"date":"2026-03-31"},"c":3,"d":null,"e":{"term":"council","kind":"body"},"f":["g"]}}""");

    [Theory]
    [InlineData("2026-12-09T23:00:00Z", "09.12.2026, 24:00", "9 December 2026, 24:00"), InlineData("2026-12-09T22:59:00Z", "09.12.2026, 23:59", "9 December 2026, 23:59")]
    [InlineData("2026-07-01T22:00:00Z", "01.07.2026, 24:00", "1 July 2026, 24:00"), InlineData("2026-12-09T00:00:00Z", "09.12.2026, 01:00", "9 December 2026, 01:00")]
    public void A_deadline_that_ends_with_a_day_ends_at_its_24_hours(string instant, string german, string english)
    {
        var error = Error.Of("ballot.circular-runs", ("until", DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)));
        error.Render(CultureInfo.GetCultureInfo("de")).ShouldContain(german);
        error.Render(CultureInfo.GetCultureInfo("en")).ShouldContain(english);
    }

    [Fact]
    public void A_fact_that_cannot_be_stored_is_a_bug() =>
        Should.Throw<NotSupportedException>(() => ReasonJson.Serialize(Reason.Of("x", ("rate", 0.5))));

    [Fact]
    public void Every_amount_is_stored_exactly() =>
        Gen.Long[-99_999_999_999_999_999, 99_999_999_999_999_999].Sample(cents =>
            (Money)ReasonJson.Deserialize(ReasonJson.Serialize(Reason.Of("x", ("a", new Money(cents))))).Facts["a"]! == new Money(cents));
}
