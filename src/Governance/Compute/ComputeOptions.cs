using System.Globalization;

namespace Governance.Compute;

/// <summary>Options of a compute command as text, by their names without dashes. An empty text counts as not given.</summary>
public sealed class ComputeOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes over the options that are given.</summary>
    public ComputeOptions(IEnumerable<KeyValuePair<string, string?>> values)
    {
        foreach (var (name, value) in values.Where(v => !string.IsNullOrWhiteSpace(v.Value)))
            _values[name.Trim().TrimStart('-')] = value!.Trim();
    }

    /// <summary>The text; null when not given.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>The text, or <c>compute.option-missing</c>.</summary>
    public Result<string> RequiredText(string name) =>
        Text(name) is { } text ? text : Error.Of("compute.option-missing", ("option", name));

    /// <summary>A whole number; null when not given; or <c>compute.no-number</c>.</summary>
    public Result<int?> Number(string name)
    {
        if (Text(name) is not { } text)
            return Result.Ok<int?>(null);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Error.Of("compute.no-number", ("option", name), ("text", text));
    }

    /// <summary>An amount in the API format; null when not given; or <c>money.…</c>.</summary>
    public Result<Money?> Amount(string name)
    {
        if (Text(name) is not { } text)
            return Result.Ok<Money?>(null);
        var money = Money.Parse(text);
        return money.IsSuccess ? money.Value : money.Error!;
    }

    /// <summary>A date such as 2026-03-31; or <c>compute.option-missing</c>, <c>compute.no-date</c>.</summary>
    public Result<DateOnly> RequiredDate(string name)
    {
        if (Text(name) is not { } text)
            return Error.Of("compute.option-missing", ("option", name));
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Error.Of("compute.no-date", ("option", name), ("text", text));
    }

    /// <summary>One of several words; the first when not given; or <c>compute.no-choice</c>.</summary>
    public Result<T> Choice<T>(string name, params (string Word, T Value)[] choices)
    {
        if (Text(name) is not { } text)
            return Result.Ok(choices[0].Value);
        foreach (var choice in choices.Where(c => string.Equals(c.Word, text, StringComparison.OrdinalIgnoreCase)))
            return Result.Ok(choice.Value);
        return Error.Of("compute.no-choice", ("option", name), ("text", text), ("known", choices.Select(c => c.Word).ToArray()));
    }
}
