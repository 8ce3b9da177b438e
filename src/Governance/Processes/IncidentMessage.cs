using System.Globalization;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>What an incident says when a rule said no: a sentence in both languages for administrators, and the code.</summary>
internal static class IncidentMessage
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The message.</summary>
    /// <param name="activityId">Which activity failed.</param>
    /// <param name="error">Why.</param>
    public static string Of(string activityId, Error error) =>
        $"{activityId}: {ReasonText.Render(error.Code, error.Facts, German)} / {ReasonText.Render(error.Code, error.Facts, English)} ({error.Code})";

    /// <summary>The answer of an activity to which a rule said no.</summary>
    public static HostResult Fault(string activityId, Error error) => HostResult.Fault(Of(activityId, error));
}
