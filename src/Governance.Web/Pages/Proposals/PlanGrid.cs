using System.Globalization;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Texts;
using Governance.Web.Ui.Format;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Web.Pages.Proposals;

/// <summary>The financing plan as two grids, cost by kind and cover by source, each by year. Rows and columns without amounts exist
/// on the page only; what is saved are the amounts.</summary>
/// <param name="Kinds">Rows of the first grid.</param>
/// <param name="Sources">Rows of the second.</param>
/// <param name="Years">Columns of both.</param>
public sealed record PlanGrid(IReadOnlyList<string> Kinds, IReadOnlyList<string> Sources, IReadOnlyList<int> Years)
{
    /// <summary>Name of the first grid.</summary>
    public const string Cost = "cost";

    /// <summary>Name of the second.</summary>
    public const string Cover = "cover";

    private const int MostYears = 20;
    private readonly Dictionary<string, long> _cents = new(StringComparer.Ordinal);

    /// <summary>Name of a cell's field.</summary>
    public static string Cell(string grid, string code, int year) => string.Create(CultureInfo.InvariantCulture, $"{grid}-{code}-{year}");

    /// <summary>The amount of a cell, or null.</summary>
    public long? this[string grid, string code, int year] => _cents.TryGetValue(Cell(grid, code, year), out var cents) ? cents : null;

    /// <summary>Rows of a grid.</summary>
    public IReadOnlyList<string> Rows(string grid) => grid == Cost ? Kinds : Sources;

    /// <summary>Sum of a row.</summary>
    public long OfRow(string grid, string code) => Years.Sum(year => this[grid, code, year] ?? 0);

    /// <summary>Sum of a year.</summary>
    public long OfYear(string grid, int year) => Rows(grid).Sum(code => this[grid, code, year] ?? 0);

    /// <summary>Sum of a grid.</summary>
    public long Of(string grid) => Rows(grid).Sum(code => OfRow(grid, code));

    /// <summary>Cost less cover of a year.</summary>
    public long Gap(int year) => OfYear(Cost, year) - OfYear(Cover, year);

    /// <summary>The stored plan with the rows that most plans have, and more of them where the page asks for it.</summary>
    public static PlanGrid Of(ProposalContent content, int thisYear, PlanGrid? also = null)
    {
        var years = content.Costs.Select(item => item.Year).Concat(content.Cover.Select(item => item.Year)).ToList();
        if (years.Count == 0)
            years = [.. Enumerable.Range(content.Start?.Year ?? thisYear, Math.Clamp((content.End?.Year - content.Start?.Year ?? 1) + 1, 1, 5))];
        var grid = new PlanGrid(
            Ordered(content.Costs.Select(item => item.Kind), ["personnel", "material", "services"], also?.Kinds, ProposalWords.CostKinds),
            Ordered(content.Cover.Select(item => item.Source), ["city", "state"], also?.Sources, ProposalWords.Sources),
            [.. years.Concat(also?.Years ?? []).Distinct().Order().Take(MostYears)]);
        foreach (var item in content.Costs)
            grid.Add(Cell(Cost, item.Kind, item.Year), item.Cents);
        foreach (var item in content.Cover)
            grid.Add(Cell(Cover, item.Source, item.Year), item.Cents);
        return grid;
    }

    /// <summary>The rows and years that a form or an address names.</summary>
    public static PlanGrid Named(Func<string, IEnumerable<string?>> values) => new(
        [.. values("kinds").OfType<string>().Where(IsCode).Distinct(StringComparer.Ordinal)],
        [.. values("sources").OfType<string>().Where(IsCode).Distinct(StringComparer.Ordinal)],
        [.. values("years").Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).Where(year => year is >= 2000 and <= 2100).Distinct().Order().Take(MostYears)]);

    /// <summary>What was typed. Cells that cannot be read keep their text and get a mistake.</summary>
    public static PlanGrid Read(IFormCollection form, ModelStateDictionary state, TextCatalog texts, ErrorTexts errors)
    {
        var grid = Named(name => form[name]);
        foreach (var name in new[] { Cost, Cover })
            foreach (var code in grid.Rows(name))
                foreach (var year in grid.Years)
                {
                    var cell = Cell(name, code, year);
                    var typed = form[cell].ToString();
                    state.SetModelValue(cell, typed, typed);
                    state.MarkFieldValid(cell);
                    if (string.IsNullOrWhiteSpace(typed))
                        continue;
                    if (!Euro.TryParse(typed, out var cents))
                        state.TryAddModelError(cell, texts["Ui.Field.NotMoney"]);
                    else if (cents < 0)
                        state.TryAddModelError(cell, errors.Sentence(Error.Of("plan.negative-amount", ("amount", new Money(cents)))));
                    else if (cents > DraftRules.Largest)
                        state.TryAddModelError(cell, errors.Sentence(Error.Of("input.out-of-range")));
                    else
                        grid.Add(cell, cents);
                }

        return grid;
    }

    /// <summary>The content with this plan.</summary>
    public ProposalContent Into(ProposalContent content) => content with
    {
        Costs = [.. from code in Kinds from year in Years where this[Cost, code, year] is > 0 select new CostItem(code, year, this[Cost, code, year]!.Value)],
        Cover = [.. from code in Sources from year in Years where this[Cover, code, year] is > 0 select new CoverItem(code, year, this[Cover, code, year]!.Value)],
    };

    /// <summary>Rows and years for an address, so that empty ones stay on the page.</summary>
    public string Query() => "?" + string.Join('&', [
        .. Kinds.Select(code => "kinds=" + Uri.EscapeDataString(code)), .. Sources.Select(code => "sources=" + Uri.EscapeDataString(code)),
        .. Years.Select(year => string.Create(CultureInfo.InvariantCulture, $"years={year}"))]);

    private void Add(string cell, long cents) => _cents[cell] = _cents.GetValueOrDefault(cell) + cents;

    private static List<string> Ordered(IEnumerable<string> used, IReadOnlyList<string> usual, IReadOnlyList<string>? also, IReadOnlyList<string> order)
    {
        var codes = used.ToList();
        if (codes.Count == 0)
            codes.AddRange(usual);
        return [.. codes.Concat(also ?? []).Distinct(StringComparer.Ordinal).OrderBy(code => order.IndexOf(code) is >= 0 and var place ? place : int.MaxValue)];
    }

    // Codes become parts of field names; those of other systems may hold more than ours do.
    private static bool IsCode(string code) => code.Length is > 0 and <= 60 && !code.Any(char.IsControl);
}

/// <summary>What lists of rows need.</summary>
internal static class PlanRows
{
    public static int IndexOf(this IReadOnlyList<string> list, string item) => list.TakeWhile(one => one != item).Count() is var place && place < list.Count ? place : -1;
}
