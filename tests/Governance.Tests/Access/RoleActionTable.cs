using System.Runtime.CompilerServices;
using Governance.Audit;
using Governance.Ballots;
using Governance.Documents;
using Governance.Funding;
using Governance.Inbox;
using Governance.Objections;
using Governance.Office;
using Governance.People;
using Governance.Processes;
using Governance.Proposals;
using Governance.Tests.City;

namespace Governance.Tests.Access;

/// <summary>Who may do what: every request, the thing it is about, and everybody who is allowed. Whoever is not named is refused.</summary>
internal static class RoleActionTable
{
    private const string SignedIn = "citizen owner owner2 office treasurer auditor dpo security mayor deputymayor clerk admin chair member heard elsewhere deputy program";
    private const string SeesTheProposal = "owner office treasurer auditor dpo mayor deputymayor clerk chair member heard deputy program";

    /// <summary>A line of the table.</summary>
    /// <param name="Action">The request, and what it is about where that matters.</param>
    /// <param name="Request">Makes the request.</param>
    /// <param name="Allowed">Names of <see cref="AccessCity.Everybody"/>.</param>
    public sealed record Row(string Action, Func<AccessCity, IUseCase> Request, string Allowed);

    /// <summary>The table.</summary>
    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("CreateDraft", _ => new CreateDraft(ProposalWay.Content(1)), "owner owner2 office program"),
        new("SaveDraft", city => new SaveDraft(city.Draft, ProposalWay.Content(1), 0), "owner program"),
        new("SaveDraft, returned", city => new SaveDraft(city.Returned, ProposalWay.Content(1), 0), "owner deputy program"),
        new("SubmitProposal, returned", city => new SubmitProposal(city.Returned, 0), "owner deputy program"),
        new("WithdrawProposal, returned", city => new WithdrawProposal(city.Returned, "Grund"), "owner program"),
        new("AddAttachment, returned", city => new AddAttachment(city.Returned, "plan.pdf", Stream.Null), "owner deputy program"),
        new("SubmitProposal", city => new SubmitProposal(city.Draft, 0), "owner program"),
        new("SubmitProposal, imported draft", city => new SubmitProposal(city.Imported, 0), "owner office admin program"),
        new("DiscardDraft", city => new DiscardDraft(city.Draft), "owner program"),
        new("DiscardDraft, submitted", city => new DiscardDraft(city.Proposal), "owner program"),
        new("DeleteDraft", city => new DeleteDraft(city.Draft), "owner program"),
        new("WithdrawProposal", city => new WithdrawProposal(city.Proposal, "Grund"), "owner program"),
        new("GetProposal", city => new GetProposal(city.Proposal), SeesTheProposal),
        new("GetProposal, draft", city => new GetProposal(city.Draft), "owner program"),
        new("GetHistory", city => new GetHistory(city.Proposal), SeesTheProposal),
        new("GetRoute", city => new GetRoute(city.Proposal), SeesTheProposal),
        new("ListOtherCases", city => new ListOtherCases(city.Proposal), SeesTheProposal),
        new("ListBeginnings", city => new ListBeginnings(city.Proposal), SeesTheProposal),
        new("BeginCase, of office or clerk", city => new BeginCase(city.Proposal, "circular-resolution"), "office clerk program"),
        new("BeginCase, of the office", city => new BeginCase(city.Proposal, "progress-report"), "office program"),
        new("BeginCase, which nobody begins", city => new BeginCase(city.Proposal, "project-proposal"), "program"),
        new("GetObjections", city => new GetObjections(city.Proposal), SeesTheProposal),
        new("ObjectToDecision", city => new ObjectToDecision(city.Proposal, ObjectionKind.CommitteeObjection, "Grund"), "mayor chair member"),
        new("GetSubmissions", city => new GetSubmissions(city.Proposal), SeesTheProposal),
        new("AddAttachment", city => new AddAttachment(city.Proposal, "plan.pdf", Stream.Null), "owner program"),
        new("RecordAttachment", city => new RecordAttachment(city.Proposal, Guid.Empty, "plan.pdf", "application/pdf", 1, ""), "owner program"),
        new("RemoveAttachment", city => new RemoveAttachment(city.Proposal, Guid.Empty), "owner program"),
        new("OpenAttachment", city => new OpenAttachment(city.Proposal, Guid.Empty), SeesTheProposal),
        new("OpenAttachment, of a draft", city => new OpenAttachment(city.Draft, Guid.Empty), "owner program"),
        new("ListProposals", _ => new ListProposals(), SignedIn),
        new("ImportPapers", _ => new ImportPapers(default), "office admin program"),
        new("StoreImportedPapers", _ => Blank("StoreImportedPapers"), "office admin program"),
        new("GetCover", city => new GetCover(city.Proposal), "owner office treasurer auditor mayor deputymayor clerk program"),
        new("GetCover, draft", city => new GetCover(city.Draft), "owner program"),

        new("ListInbox", _ => new ListInbox(), SignedIn),
        new("AcknowledgeNotices", _ => new AcknowledgeNotices([]), SignedIn),
        new("GetTask, of the office", city => new GetTask(city.OfficeTask), "office program"),
        new("GetTask, of the owner", city => new GetTask(city.OwnersTask), "owner deputy program"),
        new("MarkTaskSeen, of the office", city => new MarkTaskSeen(city.OfficeTask), "office program"),
        new("MarkTaskSeen, of the owner", city => new MarkTaskSeen(city.OwnersTask), "owner deputy program"),
        new("CompleteTask, of the office", city => new CompleteTask(city.OfficeTask, "Complete"), "office program"),
        new("CompleteTask, of the owner", city => new CompleteTask(city.OwnersTask, "Complete"), "owner deputy program"),
        new("SaveTaskDraft, of the office", city => new SaveTaskDraft(city.OfficeTask, "Text"), "office program"),
        new("SaveTaskDraft, of the owner", city => new SaveTaskDraft(city.OwnersTask, "Text"), "owner deputy program"),
        new("DelegateTask, of the office", city => new DelegateTask(city.OfficeTask, Guid.Empty, "Grund"), "office program"),
        new("DelegateTask, of the owner", city => new DelegateTask(city.OwnersTask, Guid.Empty, "Grund"), "owner deputy program"),
        new("ListTaskReceivers", city => new ListTaskReceivers(city.OfficeTask), "office program"),
        new("TakeBackTask", city => new TakeBackTask(city.OfficeTask), "office program"),
        new("AppointDeputy, of the owner", city => new AppointDeputy(city.City["owner"].PersonId, Guid.Empty, default, default), "owner office admin program"),
        new("AppointDeputy, of a citizen", city => new AppointDeputy(city.City["citizen"].PersonId, Guid.Empty, default, default), "office admin program"),
        new("EndDeputy, of the owner", city => new EndDeputy(city.OwnersDeputy), "owner office admin program"),
        new("SendTaskNotice", city => new SendTaskNotice(city.OfficeTask), "program"),
        new("DueTaskNotices", _ => new DueTaskNotices(1), "program"),

        new("GetBallot", city => new GetBallot(city.Ballot), SeesTheProposal),
        new("OpenBallot", city => new OpenBallot(city.Ballot), "clerk chair program"),
        new("CastVote", city => new CastVote(city.Ballot, VoteChoice.Yes), "chair member"),
        new("DeclareRecusal", city => new DeclareRecusal(city.Ballot, "Grund"), "chair member"),
        new("ObjectToCircular", city => new ObjectToCircular(city.Ballot, "Grund"), "chair member"),
        new("ObjectToCircular, circular", city => new ObjectToCircular(city.CircularBallot, "Grund"), "heard"),
        new("CloseBallot", city => new CloseBallot(city.Ballot), "clerk chair program"),
        new("CheckBallotResult", city => new CheckBallotResult(new(city.Ballot, DecisionOutcome.Adopted)), "clerk chair program"),
        new("RecordBallotResult", city => new RecordBallotResult(city.Ballot, DecisionOutcome.Adopted), "clerk chair program"),
        new("ReferralTargets", city => new ReferralTargets(city.Ballot), "clerk chair program"),
        new("CloseDueBallot", city => new CloseDueBallot(city.Ballot), "program"),
        new("DueBallots", _ => new DueBallots(1), "program"),
        new("RenewBallotRoll", city => new RenewBallotRoll(city.Ballot), "program"),
        new("OutdatedRolls", _ => new OutdatedRolls(Guid.Empty, 1), "program"),
        new("BodiesToCompare", _ => new BodiesToCompare(), "program"),
        new("NoteRollsCompared", _ => new NoteRollsCompared(Guid.Empty, 1), "program"),

        new("GetBudget", _ => new GetBudget(), "owner owner2 office treasurer auditor mayor deputymayor clerk program"),
        new("GetBudgetLine", _ => new GetBudgetLine(Guid.Empty), "office treasurer auditor mayor deputymayor program"),
        new("CheckEntry", _ => new CheckEntry(Guid.Empty, LedgerEntryKind.Freeze, 1), "treasurer program"),
        new("PostAppropriation", _ => new PostAppropriation(Guid.Empty, 1, "Haushalt"), "treasurer program"),

        new("GetControlRoom", _ => new GetControlRoom(), "office auditor mayor deputymayor program"),
        new("Verify", _ => new Verify(), "auditor admin program"),
        new("PublishDefinition", _ => new PublishDefinition("{}", "Grund"), "admin program"),
        new("FireTimer", _ => new FireTimer(Guid.Empty, ""), "program"),
        new("DueTimers", _ => new DueTimers(1), "program"),
        new("DeliverCaseMessage", _ => new DeliverCaseMessage(Guid.Empty), "program"),
        new("PostponeCaseMessage", _ => new PostponeCaseMessage(Guid.Empty), "program"),
        new("DueTriggers", _ => new DueTriggers(1), "program"),
        new("FireTrigger", _ => new FireTrigger(Guid.Empty), "program"),
        new("DueCaseMessages", _ => new DueCaseMessages(1), "program"),
        new("DueRequests", _ => new DueRequests(1), "program"),
        new("ClaimRequest", _ => new ClaimRequest(Guid.Empty), "program"),
        new("AnswerRequest", _ => new AnswerRequest(Guid.Empty, null, null), "program"),

        // Whose rules do not look into the request.
        .. Alike("visitor " + SignedIn, "CheckPassword"),
        .. Alike(SignedIn, "BallotExists", "TaskExists", "ListDoneTasks", "CountInbox", "GetStart", "ListBodies", "ListBodyNames", "GetBody", "GetAuthority", "ListDeputies", "ListDelegatedTasks"),
        .. Alike("owner owner2 office treasurer dpo security mayor deputymayor clerk admin program", "ListColleagues"),
        .. Alike(SignedIn.Replace(" program", "", StringComparison.Ordinal), "ChangePassword", "ReadMe"),
        .. Alike("treasurer program", "CreateBudgetLine", "AdjustBudgetLine", "TransferFunds"),
        .. Alike("office auditor admin program", "CheckAuthority", "ListDefinitions", "GetDefinition", "ListIncidents", "GetIncident", "PreviewMove", "GetMove",
            "TryDefinition", "GetJournal", "GetDefinitionDraft", "GetDefinitionSource"),
        .. Alike("admin program", "CreatePerson", "LockPerson", "UnlockPerson", "ListMails", "ResolveIncident", "MoveCases", "SaveDefinitionDraft", "DiscardDefinitionDraft", "PublishDefinitionDraft", "RetireDefinition", "FoundCity", "CreateBody", "ChangeBody",
            "ChangePerson", "AddAppointment", "EndAppointment", "ResetPassword"),
        .. Alike("clerk admin program", "AddSeat", "ChangeSeat", "ListCandidates"),
        .. Alike("auditor clerk admin program", "ListSeats"),
        .. Alike("auditor admin program", "ListAuditEntries", "ListPeople", "GetPerson"),
        .. Alike("program", "ClaimMails", "MarkMailsSent", "PostponeMail", "DueMails", "CreateAccessToken", "RecordSignIn", "ForgetIdempotencyKeys", "FoundDemoCity", "OfferDefinition"),
    ];

    /// <summary>Every request of the product.</summary>
    public static IEnumerable<Type> Requests => typeof(IUseCase).Assembly.GetTypes()
        .Where(type => !type.IsInterface && type.IsAssignableTo(typeof(IUseCase)));

    private static IEnumerable<Row> Alike(string allowed, params string[] requests) => requests.Select(request => new Row(request, _ => Blank(request), allowed));

    // A rule that asks for roles alone never looks into the request.
    private static IUseCase Blank(string name) => (IUseCase)RuntimeHelpers.GetUninitializedObject(Requests.Single(type => type.Name == name));
}
