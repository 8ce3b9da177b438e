using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Bodies;
using Governance.Deadlines;
using Governance.People;
using Governance.Persistence;
using Governance.Proposals;
using Governance.Processes;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Inbox;

/// <summary>Asks one office, or the owner, for an answer and waits for it: a task in the inbox. The answer's name is the outcome.</summary>
[Activity("Governance.RequestDecision", Category = "People", DisplayName = "Request decision", Description = "Opens a task in an inbox and waits until it is answered. Each answer is an outcome.")]
[Outcomes(From = nameof(Answers))]
public sealed class RequestDecision(GovernanceDb db, TaskOpening tasks) : ProcessActivity
{
    // The council members who vote in a body today, but the mayor: with whom else would the mayor decide (§ 60 GO NRW)?
    private static readonly CompiledListQuery<string, DateOnly, MemberName> MembersOf = new((db, body, today) => db.Set<Seat>()
        .Where(seat => db.Set<Body>().Any(row => row.Id == seat.BodyId && row.Code == body) && seat.Kind == SeatKind.CouncilMember && !db.Set<Appointment>().Any(mayor => mayor.PersonId == seat.PersonId && mayor.Role == Role.Mayor && mayor.From <= today && (mayor.Until == null || mayor.Until >= today)) && seat.SubstituteOrder == null && seat.From <= today && (seat.Until == null || seat.Until >= today))
        .Join(db.Set<Person>(), seat => seat.PersonId, person => person.Id, (seat, person) => new { person.Id, person.FullName }).OrderBy(row => row.FullName).ThenBy(row => row.Id)
        .Select(row => new MemberName(row.Id, row.FullName)));

    /// <summary>The assignee that means the proposal's owner.</summary>
    private const string Owner = "owner";

    /// <summary>A role's name, <c>owner</c>, or the id of a person that an earlier task chose.</summary>
    [Input(Description = "Who is asked: the name of a role, owner, or the person that a field of an earlier task gave.", Required = true, RefersTo = MissingReferences.Assignee)]
    public string Assignee { get; set; } = "";

    /// <summary>What kind of act it is.</summary>
    [Input(Description = "The kind of task: Decision, Opinion, Correction, Charge.", DefaultValue = TaskKind.Decision)]
    public TaskKind Kind { get; set; }

    /// <summary>The question.</summary>
    [Input(Description = "The question in German and English.", Required = true, IsDetail = true)]
    public LocalText Question { get; set; } = new("", "");

    /// <summary>The answers; their names are the outcomes.</summary>
    [Input(Description = "The answers: outcome, label, what happens next, whether reasons are needed.", Required = true, IsDetail = true)]
    public TaskAnswer[] Answers { get; set; } = [];

    /// <summary>What is asked for besides.</summary>
    [Input(Description = "Fields that the task asks for: name, label, type (text, date, money, yes-no, choice with its choices), required. Required ones must be given with every answer.", IsDetail = true)]
    public TaskField[] Fields { get; set; } = [];

    /// <summary>What the fields hold before anybody wrote in them.</summary>
    [Input(Description = "Values by the fields' names that stand in them at first; what a field would not take, such as a day that has passed, is left out.", IsDetail = true)]
    public JsonObject? Suggested { get; set; }

    /// <summary>Nobody answers for who is asked.</summary>
    [Input(Description = "True where the law allows no substitute: no deputy answers, and nobody can hand it on. For a person, not for a role.", IsDetail = true)]
    public bool InPerson { get; set; }

    /// <summary>In which body the one who is asked must still have a seat.</summary>
    [Input(Description = "The code of the body for answers with onlyMembers: who has left it cannot give them.", DefaultValue = "", IsDetail = true, RefersTo = MissingReferences.Body)]
    public string MemberOf { get; set; } = "";

    /// <summary>The period for the answer.</summary>
    [Input(Description = "The period: 5wd, 2w, 1m.", DefaultValue = "5wd", IsDetail = true)]
    public string DueIn { get; set; } = "5wd";

    /// <summary>The day on which it is due, where one was named; then the period does not count.</summary>
    [Input(Description = "The day it is due, 2026-12-31, where one was named before; empty: the period counts.", DefaultValue = "", IsDetail = true)]
    public string DueOn { get; set; } = "";

    /// <summary>Why it lands there, a clause after "because".</summary>
    [Input(Description = "Why the task lands there, after 'because', in German and English.", Required = true, IsDetail = true)]
    public LocalText Why { get; set; } = new("", "");

    /// <summary>The answer given.</summary>
    [Output(Description = "The answer given.")]
    public string? Outcome { get; set; }

    /// <summary>The comment given.</summary>
    [Output(Description = "The reasons given.")]
    public string? Comment { get; set; }

    /// <summary>The values of the fields.</summary>
    [Output(Description = "The values of the fields by name: texts, days as 2026-11-23, amounts in cents, true or false; null where nothing was given.")]
    public JsonObject? Data { get; set; }

    /// <inheritdoc />
    public override async Task<HostResult> ExecuteAsync(ProcessStep step, CancellationToken ct)
    {
        if (Kind == TaskKind.Correction && step.Instance.RootId is not null)
            return step.Refused(ProcessStep.OnlyInFirst);
        var period = Period.Parse(DueIn);
        if (!period.IsSuccess)
            return HostResult.Fault($"{step.Node.Id}: '{DueIn}' is no period; 5wd, 2w or 1m would be right.");
        if (TaskData.WrongName(Fields) is { } wrong)
            return HostResult.Fault($"{step.Node.Id}: '{wrong}' cannot be the name of a field; a small letter first, then letters and digits, each name once, would be right.");
        if (TaskData.WrongChoices([.. Fields.Where(field => field.MembersOf is null)]) is { } choice)
            return HostResult.Fault($"{step.Node.Id}: the field '{choice}' needs choices, each with a value of its own, if its type is choice, and none otherwise.");
        if (await AssigneeAsync(step, ct) is not { } assignee)
            return HostResult.Fault($"{step.Node.Id}: '{Assignee}' is neither a role nor owner nor a person.");
        var fields = await WithMembersAsync(BerlinTime.DayOf(step.Now), ct);
        if (TaskData.WrongChoices(fields) is { } nobody)
            return HostResult.Fault($"{step.Node.Id}: the field '{nobody}' has nothing to choose from today.");
        var form = new TaskForm(Question, Answers) { Fields = fields, InPerson = InPerson, MemberOf = MemberOf.Length > 0 ? MemberOf : null, Suggested = TaskData.Suggested(fields, Suggested, BerlinTime.DayOf(step.Now)) };
        if (DueOn.Length > 0 && !DateOnly.TryParseExact(DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return HostResult.Fault($"{step.Node.Id}: '{DueOn}' is no day; 2026-12-31 would be right.");
        var opened = DueOn.Length > 0
            ? tasks.Open(step, Kind, assignee, form, TaskWhy.Because(Why), DateOnly.ParseExact(DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : tasks.Open(step, Kind, assignee, form, TaskWhy.Because(Why), period.Value);
        return opened.IsSuccess ? HostResult.Wait() : step.Refused(opened.Error);
    }

    private async Task<TaskField[]> WithMembersAsync(DateOnly today, CancellationToken ct)
    {
        var fields = new List<TaskField>();
        foreach (var field in Fields)
            fields.Add(field.MembersOf is not { } body ? field : field with { Choices = [.. (await MembersOf.AskAsync(db, body, today, ct)).Select(member => new TaskChoice(member.Id.ToString(), new(member.Name, member.Name)))] });
        return [.. fields];
    }

    private async Task<string?> AssigneeAsync(ProcessStep step, CancellationToken ct)
    {
        if (Assignee != Owner)
            return Enum.TryParse<Role>(Assignee, out var role) ? Inbox.Assignee.Role(role)
                : Guid.TryParse(Assignee, out var person) && await db.Set<Person>().AnyAsync(row => row.Id == person, ct) ? Inbox.Assignee.Person(person) : null;
        var owner = db.Set<Proposal>().Local.FirstOrDefault(proposal => proposal.Id == step.ProposalId)?.OwnerId
            ?? await db.Set<Proposal>().Where(proposal => proposal.Id == step.ProposalId).Select(proposal => proposal.OwnerId).SingleAsync(ct);
        return Inbox.Assignee.Person(owner);
    }

    private sealed record MemberName(Guid Id, string Name);
}
