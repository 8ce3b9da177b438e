using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance.Deadlines;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Monday to Friday without public holidays; internal dates also without closing days.</summary>
    WorkingDays,
}

/// <summary>A length of time in whole units.</summary>
/// <param name="Count">1 to 9,999.</param>
/// <param name="Unit">The unit.</param>
public sealed partial record Period(int Count, PeriodUnit Unit)
{
    private static readonly Dictionary<string, PeriodUnit> Units = new(StringComparer.Ordinal)
    {
        ["d"] = PeriodUnit.Days,
        ["w"] = PeriodUnit.Weeks,
        ["m"] = PeriodUnit.Months,
        ["y"] = PeriodUnit.Years,
        ["wd"] = PeriodUnit.WorkingDays,
    };

    /// <summary>Reads <c>10d</c>, <c>2w</c>, <c>3m</c>, <c>1y</c>, <c>10wd</c> (working days), or <c>period.invalid</c>.</summary>
    public static Result<Period> Parse(string? text)
    {
        var match = Pattern().Match(text?.Trim() ?? "");
        if (!match.Success)
            return Error.Of("period.invalid", ("text", text ?? ""));

        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return new Period(count, Units[match.Groups["unit"].Value]);
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count}{Units.First(u => u.Value == Unit).Key}");

    // A leading zero is refused, because 0d is no period.
    [GeneratedRegex(@"\A(?<count>[1-9][0-9]{0,3})(?<unit>wd|d|w|m|y)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
