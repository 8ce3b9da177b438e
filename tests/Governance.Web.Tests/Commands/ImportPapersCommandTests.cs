namespace Governance.Web.Tests.Commands;

public sealed class ImportPapersCommandTests(FoundedFolder founded) : IClassFixture<FoundedFolder>
{
    private const string Header = "reference,title,kind,total_cost_eur,budgeted,follow_up_cost_per_year_eur,steps";
    private const string Right = "A/1,Radweg,Beschlussvorlage,1234.56,fully,,2024-05-14|Gemeinderat|Entscheidung|vertagt";

    [Fact]
    public async Task A_right_file_is_stored_and_counted()
    {
        using var city = await founded.CopyAsync();

        var run = await city.RunAsync("import", "papers", city.Write("papers.csv", Header, Right, Right.Replace("A/1", "A/2", StringComparison.Ordinal)));

        run.ShouldBe((0, Counted(lines: 2, imported: 2), ""));
        (await city.RunAsync("verify")).Output.ShouldContain("proposal-stages: 2 checked, 0 breaches");
    }

    [Fact]
    public async Task Submitted_papers_are_counted_and_wait_in_the_process()
    {
        using var city = await founded.CopyAsync();

        var run = await city.RunAsync("import", "papers", city.Write("papers.csv", Header, Right), "--submit");

        run.ShouldBe((0, Counted(lines: 1, imported: 1, submitted: 1), ""));
        var verified = await city.RunAsync("verify");
        verified.Code.ShouldBe(0, verified.Output);
        verified.Output.ShouldContain("process-waits: 1 checked, 0 breaches");
    }

    [Fact]
    public async Task A_file_submitted_again_submits_nothing_twice()
    {
        using var city = await founded.CopyAsync();
        var file = city.Write("papers.csv", Header, Right);
        await city.RunAsync("import", "papers", file, "--submit");
        var before = await city.FingerprintAsync();

        (await city.RunAsync("import", "papers", file, "--submit")).ShouldBe((0, Counted(lines: 1, alreadySubmitted: 1), ""));

        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("papers.csv")]
    [InlineData("papers.csv", "--submit")]
    [InlineData("papers.csv", "--dry-run")]
    public async Task A_wrong_line_is_named_with_number_and_reason_and_nothing_is_stored(params string[] words)
    {
        using var city = await founded.CopyAsync();
        await city.RunAsync("import", "papers", city.Write("none.csv", Header));
        var before = await city.FingerprintAsync();
        string[] lines = [Header, Right, "A/2,Radweg,Beschlussvorlage,-1,fully,,", "A/3,,Beschlussvorlage,x,fully,,"];

        var run = await city.RunAsync(["import", "papers", city.Write(words[0], lines), .. words[1..]]);

        run.Code.ShouldBe(2);
        run.Error.ShouldBe(Lines(
            "line 3: import.negative: Die Spalte total_cost_eur ist negativ: -1.",
            "line 4: import.required: Die Spalte title ist leer.",
            "line 4: money.invalid: „x“ ist kein Geldbetrag."));
        run.Output.ShouldBe(Counted(lines: 3, refused: 3));
        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_dry_run_counts_the_lines_and_stores_nothing_at_all()
    {
        using var city = await founded.CopyAsync();
        var before = await city.FingerprintAsync();

        var run = await city.RunAsync("import", "papers", city.Write("papers.csv", Header, Right), "--submit", "--dry-run");

        run.ShouldBe((0, Counted(lines: 1), ""));
        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_reason_is_told_in_the_citys_language()
    {
        using var city = await founded.CopyAsync();

        var run = await city.RunAsync("import", "papers", city.Write("papers.csv", Header, "A/2,Radweg,V,-1,fully,,"), "--Governance:Culture=en");

        run.Error.ShouldBe(Lines("line 2: import.negative: The column total_cost_eur is negative: -1."));
    }

    [Theory]
    [InlineData("missing.csv")]
    [InlineData("papers.csv", "--nonsense")]
    [InlineData("papers.csv", "two.csv")]
    [InlineData("papers.csv", "--life-area", "wellness")]
    public async Task What_cannot_be_used_is_refused_and_told_on_standard_error(params string[] words)
    {
        using var city = await founded.CopyAsync();
        await city.RunAsync("import", "papers", city.Write("papers.csv", Header));
        city.Write("papers.csv", Header, Right);
        var before = await city.FingerprintAsync();

        var run = await city.RunAsync(["import", "papers", Path.Combine(city.Path, words[0]), .. words[1..]]);

        run.Code.ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
        (await city.FingerprintAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Without_anybody_in_the_office_the_import_is_refused_with_a_sentence()
    {
        using var empty = new CommandFolder();

        var run = await empty.RunAsync("import", "papers", empty.Write("papers.csv", Header, Right));

        run.ShouldBe((2, "", Lines("Für die Vorlagen gibt es keine verantwortliche Person: niemand ist der Stabsstelle zugeordnet.")));
    }

    private static string Counted(int lines, int imported = 0, int submitted = 0, int alreadySubmitted = 0, int refused = 0) =>
        Lines($"lines: {lines}, imported: {imported}, submitted: {submitted}, already submitted: {alreadySubmitted}, refused: {refused}, not submitted: 0");

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + Environment.NewLine));
}
