using Governance.Texts;

namespace Governance.Deadlines;

/// <summary>Words for a free day, as a fact of a reason.</summary>
internal static class FreeDayText
{
    internal static Reason Of(FreeDay day) => Reason.Of("deadline.free-day", ("date", day.Date), ("why", new Term("holiday", day.Code)));
}
