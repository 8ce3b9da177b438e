using System.Globalization;
using Governance.Compute;

namespace Governance.Tests.Compute;

public class ComputeFiles
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    [Fact]
    public void Every_case_gets_its_result_in_the_same_table()
    {
        var (output, summary) = Run(new ComputeBallot(), "members,present,yes,no,abstain\n49,45,23,20,2\n49,45,20,20,\n49,10,10,0,0\n");

        output.ShouldBe("members,present,yes,no,abstain,result\n49,45,23,20,2,adopted\n49,45,20,20,,rejected\n49,10,10,0,0,not-quorate\n");
        summary.ShouldBe((3, 0, ""));
    }

    [Fact]
    public void A_refused_case_says_why_and_the_others_go_on()
    {
        var (output, summary) = Run(new ComputeDeadline(), "from,period\n2026-03-04,10d\n2026-03-04,0d\n");

        output.ShouldBe("from,period,result\n2026-03-04,10d,2026-03-16\n2026-03-04,0d,\"error: „0d“ ist keine Frist. Beispiele: 10d, 2w, 3m, 1y, 10wd.\"\n");
        summary.ShouldBe((2, 1, ""));
    }

    [Fact]
    public void Columns_of_the_auditor_are_kept_and_named()
    {
        var (output, summary) = Run(new ComputeAuthority(), "case,amount,note\n1,100000,\"a, \"\"b\"\"\"\n");

        output.ShouldBe("case,amount,note,result\n1,100000,\"a, \"\"b\"\"\",steering (Lenkungskreis)\n");
        summary.ShouldBe((1, 0, "case note"));
    }

    [Fact]
    public void Semicolons_and_a_byte_order_mark_of_a_German_spreadsheet_are_read() =>
        Run(new ComputeAuthority(), "\uFEFFamount;life-area\r\n100000;\r\n").Output.ShouldBe("amount;life-area;result\r\n100000;;steering (Lenkungskreis)\r\n");

    [Fact]
    public void A_second_run_replaces_the_result() =>
        Run(new ComputeDeadline(), "result,--from,Period\nold,2026-03-04,10d\n").Output.ShouldBe("--from,Period,result\n2026-03-04,10d,2026-03-16\n");

    [Theory]
    [InlineData("", "compute.file-empty")]
    [InlineData("from\n2026-03-04\n", "compute.column-missing")]
    [InlineData("from,period,FROM\n2026-03-04,10d,2026-03-05\n", "compute.column-twice")]
    [InlineData("from,period\n2026-03-04\n", "compute.line-length")]
    public void A_broken_file_is_refused_and_nothing_is_written(string input, string code)
    {
        using var output = new StringWriter();

        ComputeFile.Run(new ComputeDeadline(), new StringReader(input), output, German).Error.ShouldNotBeNull().Code.ShouldBe(code);

        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_thousand_cases_are_computed_at_once()
    {
        var input = "members,present,yes,no\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"2001,2001,{i},500\n"));

        var (output, summary) = Run(new ComputeBallot(), input);

        summary.Cases.ShouldBe(1000);
        output.Split("\n").Count(line => line.EndsWith(",adopted", StringComparison.Ordinal)).ShouldBe(499);
    }

    private static (string Output, (int Cases, int Refused, string Unused) Summary) Run(IComputation computation, string input)
    {
        using var output = new StringWriter();
        var summary = ComputeFile.Run(computation, new StringReader(input), output, German).Value;
        return (output.ToString(), (summary.Cases, summary.Refused, string.Join(' ', summary.UnusedColumns)));
    }
}
