using CsCheck;
using Governance.Funding;
using Governance.Tests.Texts;

namespace Governance.Tests.Funding;

public class BudgetLineBalances
{
    private static readonly BudgetLineBalance Line = After((LedgerEntryKind.Appropriation, 1_000));

    private static readonly Gen<LedgerPosting> Postings =
        Gen.Select(Gen.Enum<LedgerEntryKind>(), Gen.Long[-5, 1_000]).Select((kind, cents) => new LedgerPosting(kind, new Money(cents)));

    [Fact]
    public void Available_is_what_the_law_of_the_ledger_says() =>
        After(
            (LedgerEntryKind.Appropriation, 1_000),
            (LedgerEntryKind.TransferIn, 200),
            (LedgerEntryKind.TransferOut, 50),
            (LedgerEntryKind.Reservation, 400),
            (LedgerEntryKind.Commitment, 300),
            (LedgerEntryKind.Freeze, 25)).Available.ShouldBe(Money.FromEuro(1_000 + 200 - 50 - 100 - 300 - 25));

    [Fact]
    public void A_commitment_turns_a_reservation_and_takes_nothing_more()
    {
        var reserved = Post(Line, LedgerEntryKind.Reservation, 400);
        var committed = Post(reserved, LedgerEntryKind.Commitment, 400);

        committed.Available.ShouldBe(reserved.Available);
        committed.Reserved.ShouldBe(Money.Zero);
        committed.Committed.ShouldBe(Money.FromEuro(400));
    }

    [Fact]
    public void A_payment_consumes_a_commitment_and_leaves_available_as_it_is()
    {
        var committed = Committed(400);
        var paid = Post(committed, LedgerEntryKind.Payment, 150);

        paid.Available.ShouldBe(committed.Available);
        paid.OpenCommitments.ShouldBe(Money.FromEuro(250));
        paid.Paid.ShouldBe(Money.FromEuro(150));
    }

    [Fact]
    public void A_release_gives_the_unpaid_rest_back()
    {
        var paid = Post(Committed(400), LedgerEntryKind.Payment, 150);

        Post(paid, LedgerEntryKind.CommitmentRelease, 250).Available.ShouldBe(Money.FromEuro(850));
        Refusal(paid, LedgerEntryKind.CommitmentRelease, 251).Code.ShouldBe("ledger.commitment-exceeded");
    }

    [Fact]
    public void A_return_makes_paid_money_available_again()
    {
        var paid = Post(Committed(400), LedgerEntryKind.Payment, 400);

        var returned = Post(paid, LedgerEntryKind.Return, 100);

        returned.Available.ShouldBe(Money.FromEuro(700));
        returned.Paid.ShouldBe(Money.FromEuro(300));
        returned.OpenCommitments.ShouldBe(Money.Zero);
    }

    [Fact]
    public void A_reservation_of_the_last_cent_is_accepted_and_one_more_refused()
    {
        var empty = Post(Line, LedgerEntryKind.Reservation, 1_000);

        empty.Available.ShouldBe(Money.Zero);
        empty.Post(new(LedgerEntryKind.Reservation, new Money(1))).Error.ShouldNotBeNull().InGerman().ShouldBe(
            "0,01\u00A0€ sind nicht gedeckt: verfügbar 0,00\u00A0€, genehmigte Überschreitung 0,00\u00A0€; es fehlen 0,01\u00A0€ (§ 83 GO NRW).");
    }

    [Fact]
    public void An_approved_overrun_lets_a_reservation_go_below_zero_by_its_amount()
    {
        var line = Post(Line, LedgerEntryKind.ApprovedOverrun, 100);

        Post(line, LedgerEntryKind.Reservation, 1_100).Available.ShouldBe(Money.FromEuro(-100));
        Refusal(line, LedgerEntryKind.Reservation, 1_101).Code.ShouldBe("ledger.overdrawn");
    }

    [Theory]
    [InlineData(LedgerEntryKind.TransferOut)]
    [InlineData(LedgerEntryKind.Freeze)]
    [InlineData(LedgerEntryKind.AppropriationReduction)]
    public void An_approved_overrun_is_for_expenses_only(LedgerEntryKind kind) =>
        Refusal(Post(Line, LedgerEntryKind.ApprovedOverrun, 100), kind, 1_001).Code.ShouldBe("ledger.overdrawn");

    [Fact]
    public void Frozen_money_cannot_be_reserved_until_the_freeze_ends()
    {
        var frozen = Post(Line, LedgerEntryKind.Freeze, 600);

        Refusal(frozen, LedgerEntryKind.Reservation, 401).Code.ShouldBe("ledger.overdrawn");
        Post(Post(frozen, LedgerEntryKind.Unfreeze, 600), LedgerEntryKind.Reservation, 401).Available.ShouldBe(Money.FromEuro(599));
    }

    [Theory]
    [InlineData(LedgerEntryKind.Commitment, "ledger.reservation-exceeded")]
    [InlineData(LedgerEntryKind.ReservationRelease, "ledger.reservation-exceeded")]
    [InlineData(LedgerEntryKind.Payment, "ledger.commitment-exceeded")]
    [InlineData(LedgerEntryKind.CommitmentRelease, "ledger.commitment-exceeded")]
    [InlineData(LedgerEntryKind.Return, "ledger.paid-exceeded")]
    [InlineData(LedgerEntryKind.Unfreeze, "ledger.freeze-exceeded")]
    public void Nothing_is_taken_from_where_nothing_is(LedgerEntryKind kind, string code) => Refusal(Line, kind, 1).Code.ShouldBe(code);

    [Theory]
    [InlineData(0, "ledger.amount-not-positive")]
    [InlineData(-1, "ledger.amount-not-positive")]
    [InlineData(long.MaxValue, "ledger.amount-too-large")]
    public void An_entry_needs_a_sensible_amount(long cents, string code) =>
        Enum.GetValues<LedgerEntryKind>().ShouldAllBe(kind => Line.Post(new(kind, new Money(cents))).Error!.Code == code);

    [Fact]
    public void The_largest_entry_is_ten_thousand_billion_euro()
    {
        After((LedgerEntryKind.Appropriation, 10_000_000_000_000)).Available.ShouldBe(Money.FromEuro(10_000_000_000_000));
        Line.Post(new(LedgerEntryKind.Appropriation, new Money(1_000_000_000_000_001))).Error.ShouldNotBeNull().Code.ShouldBe("ledger.amount-too-large");
    }

    [Fact]
    public void A_kind_of_entry_that_does_not_exist_is_a_bug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Line.Post(new((LedgerEntryKind)99, new Money(1)))).Message.ShouldStartWith("Unknown kind of entry.");
        Should.Throw<ArgumentOutOfRangeException>(() => LedgerSides.Of((LedgerEntryKind)99)).Message.ShouldStartWith("Unknown kind of entry.");
    }

    [Fact]
    public void No_sequence_of_accepted_entries_overdraws_a_line() =>
        Postings.List[0, 60].Sample(postings =>
        {
            var balance = BudgetLineBalance.Empty;
            foreach (var posting in postings)
            {
                var result = balance.Post(posting);
                if (!result.IsSuccess)
                {
                    result.Error!.InGerman().ShouldNotBeEmpty();
                    continue;
                }

                balance = result.Value;
                if (balance.Available + balance.ApprovedOverrun < Money.Zero || Parts(balance).Any(part => part.IsNegative))
                    return false;
            }

            return true;
        });

    [Fact]
    public void A_balance_equals_its_recomputation_and_its_accounts() =>
        Postings.List[0, 60].Sample(postings =>
        {
            var balance = BudgetLineBalance.Empty;
            List<LedgerPosting> accepted = [];
            foreach (var posting in postings)
            {
                var result = balance.Post(posting);
                if (!result.IsSuccess)
                    continue;
                balance = result.Value;
                accepted.Add(posting);
            }

            var accounts = Accounts(accepted);
            return BudgetLineBalance.Recompute(accepted) == balance
                && Money.Sum(accounts.Values) == Money.Zero
                && accounts[LedgerAccount.Available] == balance.Available
                && accounts[LedgerAccount.Reserved] == balance.Reserved
                && accounts[LedgerAccount.OpenCommitments] == balance.OpenCommitments
                && accounts[LedgerAccount.Paid] == balance.Paid
                && accounts[LedgerAccount.Frozen] == balance.Frozen
                && accounts[LedgerAccount.ApprovedOverruns] == balance.ApprovedOverrun
                && -accounts[LedgerAccount.Budget] == balance.Appropriation
                && -accounts[LedgerAccount.OtherLines] == balance.TransfersIn - balance.TransfersOut;
        });

    [Fact]
    public void Every_kind_of_entry_moves_two_different_accounts() =>
        Enum.GetValues<LedgerEntryKind>().ShouldAllBe(kind => LedgerSides.Of(kind).Debit != LedgerSides.Of(kind).Credit);

    private static Dictionary<LedgerAccount, Money> Accounts(IEnumerable<LedgerPosting> postings)
    {
        var accounts = Enum.GetValues<LedgerAccount>().ToDictionary(account => account, _ => Money.Zero);
        foreach (var posting in postings)
        {
            accounts[posting.Sides.Debit] += posting.Amount;
            accounts[posting.Sides.Credit] -= posting.Amount;
        }

        return accounts;
    }

    private static Money[] Parts(BudgetLineBalance balance) =>
    [
        balance.Appropriation, balance.TransfersIn, balance.TransfersOut, balance.Reserved, balance.Committed, balance.Paid,
        balance.OpenCommitments, balance.Frozen, balance.ApprovedOverrun,
    ];

    private static BudgetLineBalance Committed(long euro) => Post(Post(Line, LedgerEntryKind.Reservation, euro), LedgerEntryKind.Commitment, euro);

    private static BudgetLineBalance After(params (LedgerEntryKind Kind, long Euro)[] entries) =>
        entries.Aggregate(BudgetLineBalance.Empty, (balance, entry) => Post(balance, entry.Kind, entry.Euro));

    private static BudgetLineBalance Post(BudgetLineBalance balance, LedgerEntryKind kind, long euro) =>
        balance.Post(new(kind, Money.FromEuro(euro))).Value;

    private static Error Refusal(BudgetLineBalance balance, LedgerEntryKind kind, long euro) =>
        balance.Post(new(kind, Money.FromEuro(euro))).Error.ShouldNotBeNull();
}
