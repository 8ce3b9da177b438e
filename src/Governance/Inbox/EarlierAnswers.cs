using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>The answers given so far in a case: opinions and decisions, not votes.</summary>
internal static class EarlierAnswers
{
    public static async Task<IReadOnlyList<EarlierAnswer>> OfAsync(GovernanceDb db, Guid proposal, CancellationToken ct)
    {
        var rows = await db.Set<InboxTask>().AsNoTracking()
            .Where(task => task.ProposalId == proposal && !task.IsOpen && task.Outcome != null && task.CompletedBy != null)
            .OrderBy(task => task.ClosedAt).ThenBy(task => task.Sequence)
            .Join(db.Set<Person>(), task => task.CompletedBy, person => (Guid?)person.Id, (task, person) => new { task.ActivityId, task.Form, task.Outcome, task.Comment, task.Data, person.FullName, task.ClosedAt, task.Sequence })
            .OrderBy(row => row.ClosedAt).ThenBy(row => row.Sequence).ToListAsync(ct);
        return [.. rows.Select(row => (Row: row, Form: TaskForm.Parse(row.Form))).Select(one => new EarlierAnswer(
            one.Row.ActivityId, one.Form.Answers.FirstOrDefault(answer => answer.Outcome == one.Row.Outcome)?.Label, one.Row.Comment, one.Row.FullName, one.Row.ClosedAt!.Value)
            {
                Data = TaskData.Answered(one.Form.Fields, one.Row.Data),
            })];
    }
}
