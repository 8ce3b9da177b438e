using System.Text;
using Governance.Proposals;
using Governance.Tests.Databases;
using Governance.Tests.Texts;

namespace Governance.Tests.Papers;

/// <summary>What is wrong with a file of papers is told by line and code, all of it at once.</summary>
public sealed class WrongLinesTests(SharedCity shared) : IClassFixture<SharedCity>
{
    private const string Steps = "2024-05-14|Gemeinderat|Entscheidung|";
    private const string InLatin1 = "2,Brücke,V,1.00,fully,,";

    private static readonly (string Code, string Line)[] Faults =
    [
        ("import.negative", "2,Radweg,V,-1234.56,fully,,"),
        ("money.invalid", "2,Radweg,V,teuer,fully,,"),
        ("import.required", "2,,V,1.00,fully,,"),
        ("import.unknown", "2,Radweg,V,1.00,perhaps,,"),
        ("import.no-such-date", "2,Radweg,V,1.00,fully,,2024-06-31|Gemeinderat|Entscheidung|vertagt"),
        ("import.duplicate", "1,Radweg,V,1.00,fully,,"),
        ("import.columns", "2,Radweg,V,1.00,fully,"),
        ("import.quotes", "2,Rad\"weg\",V,1.00,fully,,"),
        ("import.not-utf8", InLatin1),
    ];

    /// <summary>Every fault on every database.</summary>
    public static IEnumerable<TheoryDataRow<Provider, string, string>> FaultsOnEachDatabase =>
        from provider in Enum.GetValues<Provider>()
        from fault in Faults
        select new TheoryDataRow<Provider, string, string>(provider, fault.Code, fault.Line) { Skip = provider == Provider.SqlServer ? SqlServerServer.WhyNot : null };

    [Theory]
    [MemberData(nameof(FaultsOnEachDatabase))]
    public async Task A_file_with_a_wrong_line_is_imported_for_real_and_leaves_no_row(Provider provider, string code, string line)
    {
        var city = await shared.OnAsync(provider);
        var before = await city.Look(Fingerprint.OfAsync);
        var file = PaperFile.Of(PaperFile.Line("1"), line, PaperFile.Line("3"));
        if (line == InLatin1)
            file = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(file));

        foreach (var submit in new[] { false, true })
        {
            var result = await city.Do(city["office"], new ImportPapers(file, Submit: submit));
            var refused = result.Refused.ShouldHaveSingleItem();
            (refused.Line, refused.Reason.Code, result.Imported, result.Submitted).ShouldBe((3, code, 0, 0));
            (await city.Look(Fingerprint.OfAsync)).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("1,Radweg,V,-1234.56,fully,,", "import.negative", "total_cost_eur")]
    [InlineData("1,Radweg,V,teuer,fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,1e6,fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,\"1,234.56\",fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,\"1234,56\",fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,NaN,fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,١٢٣,fully,,", "money.invalid", "total_cost_eur")]
    [InlineData("1,Radweg,V,1234.567,fully,,", "money.too-many-decimals", "total_cost_eur")]
    [InlineData("1,Radweg,V,99999999999999999999,fully,,", "money.too-large", "total_cost_eur")]
    [InlineData("1,Radweg,V,10000000000.01,fully,,", "money.too-large", "total_cost_eur")]
    [InlineData("1,Radweg,V,0.00,fully,,", "import.zero", "total_cost_eur")]
    [InlineData("1,Radweg,V,,fully,,", "import.required", "total_cost_eur")]
    [InlineData("1,Radweg,V,1.00,fully,-5,", "import.negative", "follow_up_cost_per_year_eur")]
    [InlineData("1,Radweg,V,1.00,fully,12.34,", "money.ambiguous", "follow_up_cost_per_year_eur")]
    [InlineData("1,Radweg,V,1.00,perhaps,,", "import.unknown", "budgeted")]
    [InlineData("1,Radweg,V,1.00,Fully,,", "import.unknown", "budgeted")]
    [InlineData(",Radweg,V,1.00,fully,,", "import.required", "reference")]
    [InlineData("1, ,V,1.00,fully,,", "import.required", "title")]
    [InlineData("1,Rad\u0000weg,V,1.00,fully,,", "import.control-character", "title")]
    [InlineData("1,Radweg,V,1.00,fully,,2024-06-31|Gemeinderat|Entscheidung|vertagt", "import.no-such-date", "steps")]
    [InlineData("1,Radweg,V,1.00,fully,," + Steps + " > 2023-02-29|Rat|Entscheidung|", "import.no-such-date", "steps")]
    [InlineData("1,Radweg,V,1.00,fully,,31.05.2024|Gemeinderat|Entscheidung|", "import.step", "steps")]
    [InlineData("1,Radweg,V,1.00,fully,,2024-05-14|Gemeinderat|Entscheidung", "import.step", "steps")]
    [InlineData("1,Radweg,V,1.00,fully,,2024-05-14||Entscheidung|vertagt", "import.step", "steps")]
    [InlineData("1,Radweg,V,1.00,fully,," + Steps + " > Rat", "import.step", "steps")]
    public async Task A_wrong_field_is_named_with_line_column_and_reason(string line, string code, string column)
    {
        var refused = (await CheckAsync(PaperFile.Of(PaperFile.Line("0"), line))).Refused.ShouldHaveSingleItem();
        refused.Line.ShouldBe(3);
        refused.Reason.Code.ShouldBe(code);
        refused.Reason.Facts["column"].ShouldBe(column);
        refused.Reason.InGerman().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("1,Radweg,V,1.00,fully,", "import.columns")]
    [InlineData("1,Radweg,V,1.00,fully,,,more", "import.columns")]
    [InlineData("1,Radweg,V,\"1.00,fully,,", "import.quotes")]
    [InlineData("1,Rad\"weg\",V,1.00,fully,,", "import.quotes")]
    public async Task A_line_that_cannot_be_taken_apart_is_named(string line, string code)
    {
        var refused = (await CheckAsync(PaperFile.Of(PaperFile.Line("0"), line))).Refused.ShouldHaveSingleItem();
        (refused.Line, refused.Reason.Code).ShouldBe((3, code));
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("\n\n", "import.empty")]
    [InlineData(PaperFile.Header, "import.empty")]
    [InlineData("reference;title;kind;total_cost_eur;budgeted;follow_up_cost_per_year_eur;steps\n1;a;b;1;;;\n", "import.header")]
    [InlineData("reference,title,kind,total_cost_eur,budgeted,steps\n", "import.header")]
    [InlineData(PaperFile.Header + ",colour\n", "import.header")]
    [InlineData(PaperFile.Header + ",title\n", "import.header")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string text, string code) =>
        (await CheckAsync(Encoding.UTF8.GetBytes(text))).Refused.ShouldHaveSingleItem().Reason.Code.ShouldBe(code);

    [Fact]
    public async Task Every_wrong_line_is_told_with_its_place_in_the_file_although_fields_hold_line_breaks()
    {
        var refused = (await CheckAsync(PaperFile.Of(
            PaperFile.Line("1", title: "\"Radweg\nam Fluss\r\nund zurück\""),
            PaperFile.Line("2", cost: "-1"),
            "",
            PaperFile.Line("3", title: "\"Brücke\n\""),
            PaperFile.Line("4", cost: "x", title: ""),
            PaperFile.Line("2")))).Refused;
        refused.Select(line => (line.Line, line.Reason.Code)).ShouldBe(
            [(5, "import.negative"), (9, "import.required"), (9, "money.invalid"), (10, "import.duplicate")]);
        refused[^1].Reason.Facts["line"].ShouldBe(5);
    }

    [Fact]
    public async Task A_field_of_two_megabytes_is_refused_and_not_repeated_in_the_reason()
    {
        var long2Mb = new string('ä', 1_000_000);
        var refused = (await CheckAsync(PaperFile.Of(PaperFile.Line("1", title: long2Mb), PaperFile.Line(long2Mb), PaperFile.Line("3", cost: long2Mb), PaperFile.Line("4") + long2Mb))).Refused;
        refused.Select(line => (line.Line, line.Reason.Code, line.Reason.Facts["column"])).ShouldBe(
            [(2, "import.too-long", "title"), (3, "import.too-long", "reference"), (4, "import.too-long", "total_cost_eur"), (5, "import.too-long", "steps")]);
        refused.ShouldAllBe(line => line.Reason.Facts.Values.All(fact => (fact as string ?? "").Length < 100));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_told_by_line()
    {
        var file = PaperFile.Of(PaperFile.Line("1"), PaperFile.Line("2", title: "Bruecke"), PaperFile.Line("3", title: "Straeucher"));
        var latin1 = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(file).Replace("ue", "ü", StringComparison.Ordinal).Replace("ae", "ä", StringComparison.Ordinal));
        (await CheckAsync(latin1)).Refused.Select(line => (line.Line, line.Reason.Code)).ShouldBe([(3, "import.not-utf8"), (4, "import.not-utf8")]);
        (await CheckAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(PaperFile.Header)).ToArray())).Refused.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("wellness", "import.unknown")]
    [InlineData("mobility", null)]
    [InlineData("", null)]
    public async Task The_life_area_of_a_line_is_one_of_the_six_or_left_to_the_command(string area, string? code)
    {
        var file = Encoding.UTF8.GetBytes($"{PaperFile.Header},life_area\n{PaperFile.Line("1")},{area}\n");
        (await CheckAsync(file)).Refused.Select(line => line.Reason.Code).SingleOrDefault().ShouldBe(code);
    }

    [Theory]
    [InlineData("perhaps", "import.unknown")]
    [InlineData("Yes", "import.unknown")]
    [InlineData("ja", "import.unknown")]
    [InlineData("yes", null)]
    [InlineData("no", null)]
    [InlineData("", null)]
    public async Task Whether_personal_data_are_processed_is_yes_no_or_not_said(string answer, string? code)
    {
        var file = Encoding.UTF8.GetBytes($"{PaperFile.Header},life_area,personal_data\n{PaperFile.Line("1")},mobility,{answer}\n");
        var refused = (await CheckAsync(file)).Refused;
        refused.Select(line => line.Reason.Code).SingleOrDefault().ShouldBe(code);
        foreach (var facts in refused.Select(line => line.Reason.Facts))
            (facts["column"], facts["value"], facts["known"]).ShouldBe(("personal_data", answer, "yes, no"));
    }

    [Fact]
    public async Task A_life_area_that_the_command_invents_is_refused() =>
        (await shared.City.Do(shared.City["office"], new ImportPapers(PaperFile.Of(PaperFile.Line("1")), DryRun: true, LifeArea: "wellness")))
            .Refused.ShouldHaveSingleItem().Reason.Code.ShouldBe("import.unknown");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Mark_line_ends_blank_lines_and_the_order_of_columns_do_not_matter(string lineEnd)
    {
        string[] lines = ["steps,title,reference,kind,follow_up_cost_per_year_eur,budgeted,total_cost_eur", "", "|Rat|Anhörung|,Radweg,1,V,\"1.234,50\",,7", " ", "wrong"];
        var file = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join(lineEnd, lines))).ToArray();
        var result = await CheckAsync(file);
        result.Lines.ShouldBe(2);
        result.Refused.Select(line => (line.Line, line.Reason.Code)).ShouldBe([(5, "import.columns")]);
    }

    private Task<PaperImport> CheckAsync(byte[] file) => shared.City.Do(shared.City["office"], new ImportPapers(file, DryRun: true));
}
