namespace Governance.Web.Tests.Commands;

public sealed class ComputeCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ballot --members 49 --present 45 --yes 23 --no 20 --abstain 2", "adopted", "23 Ja-Stimmen")]
    [InlineData("ballot --members 49 --present 45 --yes 20 --no 20", "rejected", "20 Nein-Stimmen")]
    [InlineData("ballot --members 49 --present 24 --yes 24 --no 0", "not-quorate", "§ 49")]
    [InlineData("ballot --members 49 --present 45 --yes 29 --no 15 --majority two-thirds", "rejected", "29 Ja-Stimmen")]
    [InlineData("ballot --members 49 --present 45 --yes 24 --no 15 --majority statutory", "rejected", "24 Ja-Stimmen")]
    [InlineData("ballot --members 49 --present 45 --yes 44 --no 1 --majority unanimous", "rejected", "44 Ja-Stimmen")]
    [InlineData("ballot --members 7 --present 5 --yes 3 --no 0 --recused 2", "not-quorate", "§ 49")]
    [InlineData("authority --amount 15000", "office (Stabsstelle)", "Zuständigkeitsordnung Fassung 1, gültig ab 01.01.2024, Regel 1")]
    [InlineData("authority --amount 500000.01 --life-area health --source eu --follow-up 1000", "council (Rat)", "Fassung 1")]
    [InlineData("deadline --from 2026-03-04 --period 10d", "2026-03-16", "§ 193 BGB")]
    [InlineData("deadline --from 2026-03-04 --period 2w", "2026-03-18", "§ 188 BGB")]
    [InlineData("deadline --from 2026-01-31 --period 1m", "2026-03-02", "28.02.2026")]
    [InlineData("deadline --from 2026-03-30 --period 10wd", "2026-04-15", "30.03.2026")]
    [InlineData("deadline --from 2026-05-25 --period 10d --state HH", "2026-06-04", "04.06.2026")]
    [InlineData("deadline --from 2026-05-25 --period 10d --state NW", "2026-06-05", "Fronleichnam")]
    public async Task The_answer_stands_on_the_first_line_and_its_reason_after_it(string line, string answer, string reason)
    {
        var run = await _folder.RunAsync(["compute", .. line.Split(' ')]);

        (run.Code, run.Error).ShouldBe((0, ""));
        var lines = run.Output.Split(Environment.NewLine, 2);
        lines[0].ShouldBe(answer);
        lines[1].ShouldContain(reason);
    }

    [Fact]
    public async Task Bodies_heard_and_reported_to_follow_the_deciding_one()
    {
        var run = await _folder.RunAsync("compute", "authority", "--amount", "15000", "--language", "en");

        run.Output.ShouldEndWith(string.Join(Environment.NewLine, "No other body is heard before.", "The decision is reported to: Steering group.", ""));
    }

    [Theory]
    [InlineData("ballot", "members,present,yes,no", "49,45,23,20=adopted", "49,45,20,20=rejected", "49,10,10,0=not-quorate")]
    [InlineData("authority", "amount,life-area", "25000,=office (Stabsstelle)", "25000.01,=steering (Lenkungskreis)", "500000.01,health=council (Rat)")]
    [InlineData("deadline", "from,period,state", "2026-03-04,10d,=2026-03-16", "2026-05-25,10d,HH=2026-06-04", "2026-05-25,10d,NW=2026-06-05")]
    public async Task A_file_of_cases_comes_back_with_a_column_of_results(string command, string header, params string[] cases)
    {
        var file = _folder.Write("cases.csv", [header, .. cases.Select(one => one.Split('=')[0])]);

        var run = await _folder.RunAsync("compute", command, "--file", file);

        run.ShouldBe((0, string.Concat(cases.Select(one => one.Replace('=', ',') + "\n").Prepend(header + ",result\n")), ""));
    }

    [Theory]
    [InlineData("ballot", "members,present,yes,no", "49,45,23,20=adopted", "49,45,30,20")]
    [InlineData("authority", "amount", "100=office (Stabsstelle)", "much")]
    [InlineData("deadline", "from,period", "2026-03-04,10d=2026-03-16", "2026-03-04,10x")]
    public async Task A_wrong_case_says_so_in_its_line_and_ends_with_2_when_all_are_answered(string command, string header, string right, string wrong)
    {
        var file = _folder.Write("cases.csv", header, wrong, right.Split('=')[0]);

        var run = await _folder.RunAsync("compute", command, "--file", file);

        run.Code.ShouldBe(2);
        var lines = run.Output.Split('\n');
        lines[1].ShouldStartWith(wrong + ",");
        lines[1].ShouldContain("error: ");
        lines[2].ShouldBe(right.Replace('=', ','));
    }

    [Theory]
    [InlineData("ballot", "members,present,yes")]
    [InlineData("authority", "sum")]
    [InlineData("deadline", "from")]
    [InlineData("deadline", "from,period,from")]
    public async Task A_file_without_the_columns_it_needs_is_refused_and_nothing_is_printed(string command, string header)
    {
        var run = await _folder.RunAsync("compute", command, "--file", _folder.Write("cases.csv", header));

        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_column_that_is_no_option_is_kept_and_named()
    {
        var run = await _folder.RunAsync("compute", "authority", "--file", _folder.Write("cases.csv", "amount,note", "100,x"));

        run.ShouldBe((0, "amount,note,result\n100,x,office (Stabsstelle)\n", "The column note is no option of this command." + Environment.NewLine));
    }

    [Theory]
    [InlineData("ballot --present 45 --yes 23 --no 20", "members")]
    [InlineData("ballot --members 49 --present 45 --yes 30 --no 20", "50")]
    [InlineData("ballot --members 49 --present 45 --yes 23 --no 20 --majority most", "most")]
    [InlineData("ballot --members many --present 45 --yes 23 --no 20", "many")]
    [InlineData("authority", "amount")]
    [InlineData("authority --amount 1e5", "1e5")]
    [InlineData("authority --amount 1 --life-area sports", "sports")]
    [InlineData("deadline --from 04.03.2026 --period 10d", "04.03.2026")]
    [InlineData("deadline --from 2026-03-04 --period 0d", "0d")]
    [InlineData("deadline --from 2026-03-04 --period 10d --state XX", "XX")]
    [InlineData("deadline --file nowhere.csv", "nowhere.csv")]
    [InlineData("deadline --nonsense", "governance compute deadline --help")]
    [InlineData("nonsense", "governance compute --help")]
    public async Task What_cannot_be_computed_ends_with_2_and_a_sentence_on_standard_error(string line, string named)
    {
        var run = await _folder.RunAsync(["compute", .. line.Split(' ')]);

        (run.Code, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(named);
    }
}
