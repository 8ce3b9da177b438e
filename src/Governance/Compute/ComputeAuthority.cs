using System.Globalization;
using Governance.Bodies;
using Governance.LifeAreas;
using Governance.Texts;

namespace Governance.Compute;

/// <summary><c>compute authority</c>: the deciding body, bodies heard and reported to, by an authority table.</summary>
/// <param name="table">The table in force.</param>
public sealed class ComputeAuthority(AuthorityTable table) : IComputation
{
    /// <summary>By the table that every city starts with.</summary>
    public ComputeAuthority()
        : this(DefaultAuthorityTable.Table)
    {
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Required { get; } = ["amount"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional { get; } = ["life-area", "source", "follow-up", "own-share", "budgeted"];

    /// <inheritdoc />
    public Result<ComputeAnswer> Run(ComputeOptions options, CultureInfo culture)
    {
        var input = Read(options, culture);
        if (!input.IsSuccess)
            return input.Error!;

        // Without a life area the committee stays open; that is an answer here and an error for a proposal.
        var decision = table.Decide(input.Value, keepPlaceholder: true);
        return decision.IsSuccess
            ? new ComputeAnswer(Body(decision.Value.DecidingBody, culture), [.. decision.Value.Reasons.Select(reason => reason.Render(culture))])
            : decision.Error!;
    }

    private static Result<AuthorityInput> Read(ComputeOptions options, CultureInfo culture)
    {
        var given = options.RequiredText("amount");
        var amount = options.Amount("amount");
        var followUp = options.Amount("follow-up");
        var ownShare = options.Amount("own-share");
        var budgeted = options.Choice("budgeted", ("", (bool?)null), ("true", true), ("false", false));
        var lifeArea = LifeArea(options.Text("life-area"), culture);
        if ((given.Error ?? amount.Error ?? followUp.Error ?? ownShare.Error ?? budgeted.Error ?? lifeArea.Error) is { } error)
            return error;

        return new AuthorityInput(amount.Value!.Value)
        {
            LifeArea = lifeArea.Value,
            FundingSource = options.Text("source"),
            OwnShare = ownShare.Value,
            FollowUpPerYear = followUp.Value,
            Budgeted = budgeted.Value,
        };
    }

    /// <summary>A life area by its code or by its name in German or English.</summary>
    private static Result<string?> LifeArea(string? text, CultureInfo culture)
    {
        if (text is null)
            return Result.Ok<string?>(null);

        CultureInfo[] languages = [culture, CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("en")];
        var code = LifeAreaCodes.All.FirstOrDefault(area => languages
            .Select(language => new Term("life-area", area).Render(language))
            .Append(area)
            .Contains(text, StringComparer.OrdinalIgnoreCase));
        return code is null
            ? Error.Of("authority.unknown-life-area-input", ("lifeArea", text), ("known", LifeAreaCodes.All.ToArray()))
            : Result.Ok<string?>(code);
    }

    // The code for scripts, the name for people.
    private static string Body(string code, CultureInfo culture) => $"{code} ({new Term("body", code).Render(culture)})";
}
