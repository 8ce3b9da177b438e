using Governance.LifeAreas;
using Governance.Persistence;

namespace Governance.Proposals;

/// <summary>One paper of the file, column by column: its content, and all that is wrong with it at once.</summary>
internal sealed class ImportPaperLine(Dictionary<string, string> fields)
{
    private const int Short = 40;

    // Kind, reference and a separator precede the steps in one prose field.
    private const int LongestSteps = DraftRules.Prose - (2 * Conventions.ShortText) - 10;

    private static readonly Dictionary<string, BudgetState?> BudgetStates = new(StringComparer.Ordinal)
    {
        [""] = null,
        ["fully"] = BudgetState.Fully,
        ["partly"] = BudgetState.Partly,
        ["not"] = BudgetState.Not,
    };

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { [""] = false, ["yes"] = true, ["no"] = false };

    private readonly List<Error> _errors = [];

    /// <summary>What is wrong, in the order of the columns.</summary>
    public IReadOnlyList<Error> Errors => _errors;

    /// <summary>The paper's reference, or empty.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The content; usable when there are no <see cref="Errors"/>.</summary>
    public ProposalContent Read(int year, string defaultLifeArea)
    {
        Reference = Required(ImportPaperColumns.Reference, Conventions.ShortText);
        var title = Required(ImportPaperColumns.Title, DraftRules.Line);
        var kind = Text(ImportPaperColumns.Kind, Conventions.ShortText);
        var total = Total();
        var budgeted = Budgeted();
        var followUp = FollowUp();
        var steps = Steps();
        return new ProposalContent
        {
            Title = title,

            // The file has neither goal nor resolution; a submission needs both, and a paper's title says what it is to resolve.
            Goal = title,
            Resolution = title,
            LeadingLifeArea = LifeArea(defaultLifeArea),
            Costs = [new CostItem("other", year, total)],
            Cover = [new CoverItem("city", year, total)],
            Finance = new FinanceBlock { Budgeted = budgeted, FollowUpPerYearCents = followUp },

            // A file that does not say is taken for no; the office sees the proposal in its formal check.
            PersonalData = PersonalData(),
            HistoryElsewhere = $"{kind} {Reference}\n{steps}".Trim(),
        };
    }

    // A proposal asks for money: one without cost could be drafted and never be submitted, so it is told at once.
    private long Total()
    {
        var text = Required(ImportPaperColumns.TotalCost, Short);
        return text.Length == 0 ? 0 : Amount(ImportPaperColumns.TotalCost, text, Money.Parse, smallest: 1);
    }

    private long? FollowUp()
    {
        var text = Text(ImportPaperColumns.FollowUp, Short);
        return text.Length == 0 ? null : Amount(ImportPaperColumns.FollowUp, text, Money.ParseGerman, smallest: 0);
    }

    private long Amount(string column, string text, Func<string?, Result<Money>> parse, long smallest)
    {
        var amount = parse(text);
        if (!amount.IsSuccess)
            return NoAmount(amount.Error.Code, column, text);
        return amount.Value.Cents switch
        {
            < 0 => Wrong("import.negative", column, text),
            0 when smallest > 0 => Wrong("import.zero", column, text),
            > DraftRules.Largest => NoAmount("money.too-large", column, text),
            var cents => cents,
        };
    }

    private BudgetState? Budgeted()
    {
        var text = Text(ImportPaperColumns.Budgeted, Short);
        if (BudgetStates.TryGetValue(text, out var state))
            return state;
        _ = Wrong("import.unknown", ImportPaperColumns.Budgeted, text, string.Join(", ", BudgetStates.Keys.Where(known => known.Length > 0)));
        return null;
    }

    private string LifeArea(string otherwise)
    {
        var text = Optional(ImportPaperColumns.LifeArea);
        var code = text.Length == 0 ? otherwise : text;
        if (!LifeAreaCodes.All.Contains(code, StringComparer.Ordinal))
            _ = Wrong("import.unknown", ImportPaperColumns.LifeArea, code, string.Join(", ", LifeAreaCodes.All));
        return code;
    }

    private bool PersonalData()
    {
        var text = Optional(ImportPaperColumns.PersonalData);
        if (!YesOrNo.TryGetValue(text, out var processed))
            _ = Wrong("import.unknown", ImportPaperColumns.PersonalData, text, "yes, no");
        return processed;
    }

    private string Steps()
    {
        var text = Text(ImportPaperColumns.Steps, LongestSteps);
        _errors.AddRange(ImportPaperSteps.Check(text));
        return text;
    }

    private string Required(string column, int longest)
    {
        var text = string.Join(' ', Text(column, longest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0 && fields[column].Trim().Length == 0)
            _errors.Add(Error.Of("import.required", ("column", column)));
        return text;
    }

    private string Optional(string column) => fields.ContainsKey(column) ? Text(column, Short) : "";

    // Too long or unprintable: told, and not looked at any further.
    private string Text(string column, int longest)
    {
        var text = fields[column].Trim();
        if (text.Length > longest)
            _errors.Add(Error.Of("import.too-long", ("column", column), ("length", text.Length), ("most", longest)));
        else if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            _errors.Add(Error.Of("import.control-character", ("column", column)));
        else
            return text;
        return "";
    }

    // The sentences of amounts name the text.
    private long NoAmount(string code, string column, string text)
    {
        var shown = ImportPaperFile.Shortened(text);
        _errors.Add(Error.Of(code, ("column", column), ("value", shown), ("text", shown)));
        return 0;
    }

    private long Wrong(string code, string column, string value, string? known = null)
    {
        _errors.Add(known is null
            ? Error.Of(code, ("column", column), ("value", ImportPaperFile.Shortened(value)))
            : Error.Of(code, ("column", column), ("value", ImportPaperFile.Shortened(value)), ("known", known)));
        return 0;
    }
}
